using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Packaging;

/// <summary>
/// The proxy as a feature of other devcontainers (https://containers.dev/implementors/features/): the files of <c>proxy/deploy/feature</c>, with the
/// digests of the binaries that it may install, and where they lie.
/// </summary>
internal static class FeatureArchive
{
    /// <summary>As the specification calls the archive of a feature.</summary>
    public const string Name = "devcontainer-feature-claude-code-proxy.tgz";

    public const string Checksums = "SHA256SUMS";

    /// <summary>The address of the folder with the binaries.</summary>
    public const string Source = "source";

    private const string Description = "devcontainer-feature.json";
    private const string Script = "install.sh";

    /// <summary>Far more than a script and a list.</summary>
    private const int MostBytes = 1 << 20;

    /// <param name="folder">The files of the feature.</param>
    /// <param name="version">Of the release, and so of the feature.</param>
    /// <param name="binaries">Name and SHA-256 in hexadecimal of each.</param>
    /// <param name="source">Null where nobody says; then users of the feature must.</param>
    /// <returns>The same bytes for the same input, whatever machine and time.</returns>
    public static byte[] Write(string folder, string version, IEnumerable<KeyValuePair<string, string>> binaries, Uri? source)
    {
        var description = JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, Description)))!;
        description["version"] = version;
        using var bytes = new MemoryStream();
        // Without compression, whose result depends on the library.
        using (var packed = new GZipStream(bytes, CompressionLevel.NoCompression, leaveOpen: true))
        using (var tar = new TarWriter(packed, TarEntryFormat.Ustar))
        {
            Add(tar, Description, Encoding.UTF8.GetBytes(description.ToJsonString()), Mode.Data);
            Add(tar, Script, File.ReadAllBytes(Path.Combine(folder, Script)), Mode.Program);
            Add(tar, Checksums, Encoding.ASCII.GetBytes(ListOf(binaries)), Mode.Data);
            if (source is not null)
                Add(tar, Source, Encoding.ASCII.GetBytes(source.AbsoluteUri + "\n"), Mode.Data);
        }

        return bytes.ToArray();
    }

    /// <summary>What it may install, as <see cref="Write"/> has it: a line each.</summary>
    public static string ListOf(IEnumerable<KeyValuePair<string, string>> binaries) =>
        string.Concat(binaries.Select(binary => $"{binary.Value}  {binary.Key}\n"));

    /// <returns>What an archive may install, as <see cref="ListOf"/> writes it.</returns>
    /// <exception cref="InputException">It says nothing of that, says it twice, or is too large.</exception>
    public static string ReadList(byte[] archive)
    {
        using var content = new MemoryStream();
        using (var unpacked = new GZipStream(new MemoryStream(archive), CompressionMode.Decompress))
        {
            var buffer = new byte[4096];
            for (int read; (read = unpacked.Read(buffer)) > 0; content.Write(buffer, 0, read))
            {
                if (content.Length > MostBytes)
                    throw new InputException($"{Name} holds more than {MostBytes} bytes.");
            }
        }

        content.Position = 0;
        using var tar = new TarReader(content);
        var lists = new List<string>();
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry is { Name: Checksums, DataStream: { } data })
                lists.Add(new StreamReader(data).ReadToEnd());
        }

        return lists is [var only] ? only : throw new InputException($"{Name} holds {lists.Count} files {Checksums}, not one.");
    }

    private static void Add(TarWriter tar, string name, byte[] content, UnixFileMode mode)
    {
        using var data = new MemoryStream(content);
        tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name)
        {
            DataStream = data,
            Mode = mode,
            ModificationTime = DateTimeOffset.UnixEpoch,
        });
    }

    private static class Mode
    {
        public const UnixFileMode Data = (UnixFileMode)0b110_100_100;
        public const UnixFileMode Program = (UnixFileMode)0b111_101_101;
    }
}
