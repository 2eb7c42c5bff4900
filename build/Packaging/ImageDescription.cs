using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Elf;
using ContainerSecurity.Packaging.Inventory;

namespace ContainerSecurity.Packaging;

/// <summary>
/// How an image describes itself in the files that scanners read, and the program that it starts. Later layers override earlier ones.
/// </summary>
internal sealed record ImageDescription
{
    /// <summary>Descriptions are texts; larger files are ignored.</summary>
    private const long LargestText = 16 << 20;

    private const long LargestProgram = 1 << 30;
    private const string StatusFolder = "/var/lib/dpkg/status.d/";
    private const string PackPrefix = "runtimepack.";

    /// <summary>The bill of materials inside; null without one.</summary>
    public byte[]? Sbom { get; init; }

    /// <summary>The program's SHA-256, hexadecimal; null when the image does not start one by an absolute path.</summary>
    public string? ProgramDigest { get; init; }

    public string? IlcText { get; init; }

    public string? OpenSslText { get; init; }

    /// <summary>Id and version of the distribution: <c>debian 12</c>; null without <c>os-release</c>.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>Versions of Debian's packages by name, from <c>status.d</c>.</summary>
    public ImmutableSortedDictionary<string, string> DebianPackages { get; init; } = Empty;

    /// <summary>Versions of .NET's runtime packs by name, from <c>deps.json</c>.</summary>
    public ImmutableSortedDictionary<string, string> RuntimePacks { get; init; } = Empty;

    private static ImmutableSortedDictionary<string, string> Empty => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static ImageDescription Read(ContainerImage image, CancellationToken cancellation)
    {
        var program = image.Config.Entrypoint.Concat(image.Config.Command).FirstOrDefault();
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in image.Layers.SelectMany(layer => layer.ReadEntries()))
        {
            cancellation.ThrowIfCancellationRequested();
            files.Remove(entry.Path);
            if (entry.Content is not null
                && entry.Size <= (entry.Path == program ? LargestProgram : LargestText)
                && (entry.Path == program || IsDescription(entry.Path)))
            {
                files[entry.Path] = Content(entry);
            }
        }

        return Create(files, program is null ? null : files.GetValueOrDefault(program));
    }

    private static ImageDescription Create(Dictionary<string, byte[]> files, byte[]? program) => new()
    {
        Sbom = files.GetValueOrDefault("/" + ImageContext.Sbom),
        ProgramDigest = program is null ? null : Convert.ToHexStringLower(SHA256.HashData(program)),
        IlcText = program is null ? null : ElfVersions.IlcVersion(program),
        OpenSslText = program is null ? null : ElfVersions.OpenSslVersion(program),
        OperatingSystem = files.GetValueOrDefault("/etc/os-release") is { } release
            ? Distribution.GetName(Encoding.UTF8.GetString(release).Split('\n'))
            : null,
        DebianPackages = Empty.AddRange(files
            .Where(file => file.Key.StartsWith(StatusFolder, StringComparison.Ordinal))
            .Select(file => Package(Encoding.UTF8.GetString(file.Value)))),
        RuntimePacks = Empty.AddRange(files
            .Where(file => file.Key.EndsWith(".deps.json", StringComparison.Ordinal))
            .SelectMany(file => Packs(file.Value))
            .DistinctBy(pack => pack.Key)),
    };

    private static bool IsDescription(string path) =>
        path == "/" + ImageContext.Sbom
        || path == "/etc/os-release"
        || path.StartsWith(StatusFolder, StringComparison.Ordinal)
        || path.EndsWith(".deps.json", StringComparison.Ordinal);

    private static byte[] Content(LayerEntry entry)
    {
        var content = new byte[entry.Size];
        entry.Content!.ReadExactly(content);
        return content;
    }

    private static KeyValuePair<string, string> Package(string paragraph)
    {
        var fields = paragraph
            .Split('\n')
            .Select(line => line.Split(": ", 2))
            .Where(field => field.Length == 2)
            .ToLookup(field => field[0], field => field[1]);
        return KeyValuePair.Create(fields["Package"].FirstOrDefault() ?? "unnamed", fields["Version"].FirstOrDefault() ?? "without version");
    }

    private static IEnumerable<KeyValuePair<string, string>> Packs(byte[] dependencies)
    {
        try
        {
            using var document = JsonDocument.Parse(dependencies);
            return [.. document.RootElement.GetProperty("libraries").EnumerateObject()
                .Where(library => library.Name.StartsWith(PackPrefix, StringComparison.Ordinal))
                .Select(library => library.Name[PackPrefix.Length..].Split('/'))
                .Select(parts => KeyValuePair.Create(parts[0], parts.ElementAtOrDefault(1) ?? ""))];
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Not written by the SDK: it names no runtime pack, and the comparison reports that.
            return [];
        }
    }
}
