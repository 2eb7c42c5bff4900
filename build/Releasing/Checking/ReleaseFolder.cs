using System.Collections.Immutable;
using System.Security.Cryptography;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Releasing.Checking;

/// <summary>The files of a downloaded release: plain files of known names, none missing. Nothing of their content is believed yet.</summary>
internal sealed record ReleaseFolder(string Path, ReleaseNames Names, ImmutableArray<string> Rids, ImmutableArray<string> Files)
{
    private const long LargestFile = 1L << 30;
    private const int LargestDocument = 64 * BoundedFile.MiB;

    private static readonly string[] KnownRids = ["linux-x64", "linux-arm64"];

    /// <exception cref="InputException">Anything else.</exception>
    public static ReleaseFolder Read(string path)
    {
        if (!Directory.Exists(path))
            throw new InputException($"{path} is no folder.");
        ImmutableArray<string> files =
            [.. new DirectoryInfo(path).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(PlainName)];
        var names = NamesOf(files);
        ImmutableArray<string> rids = [.. KnownRids.Where(rid => files.Contains(names.Binary(rid)))];
        if (rids.IsEmpty)
            throw new InputException($"No binary of version {names.Version} lies here.");
        var required = names.Required(rids).Add(ReleaseNames.Checksums);
        var known = required.AddRange(ReleaseNames.Reports).Add(ReleaseNames.Signature);
        if (required.FirstOrDefault(file => !files.Contains(file)) is { } missing)
            throw new InputException($"{missing} is missing.");
        if (files.FirstOrDefault(file => !known.Contains(file)) is { } extra)
            throw new InputException($"{Printable(extra)} does not belong to a release.");
        return new ReleaseFolder(path, names, rids, files);
    }

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>SHA-256, hexadecimal.</summary>
    public string DigestOf(string file)
    {
        using var content = File.OpenRead(PathOf(file));
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <exception cref="InputException">Too large for a document.</exception>
    public byte[] ReadAll(string file) => BoundedFile.Read(file, PathOf(file), LargestDocument);

    /// <summary>A pipe has no length, and to read one can take forever; no file of a release is empty.</summary>
    /// <exception cref="InputException">A folder, a link, a device, a pipe, empty, or too large.</exception>
    private static string PlainName(FileSystemInfo entry) => entry switch
    {
        { LinkTarget: not null } => throw new InputException($"{Printable(entry.Name)} is a link. A release consists of plain files."),
        FileInfo { Length: 0 } => throw new InputException($"{Printable(entry.Name)} is empty, or no plain file."),
        FileInfo { Length: > LargestFile } => throw new InputException($"{Printable(entry.Name)} has more than {LargestFile} bytes."),
        FileInfo { Attributes: var kind } when (kind & FileAttributes.Device) == 0 => entry.Name,
        _ => throw new InputException($"{Printable(entry.Name)} is no plain file."),
    };

    private static ReleaseNames NamesOf(ImmutableArray<string> files)
    {
        var (before, after) = ($"{ReleaseNames.Product}-", "-image.tar");
        var archives = files.Where(IsArchive).ToList();
        return archives is [var archive] && archive.Length > before.Length + after.Length
            ? new ReleaseNames(archive[before.Length..^after.Length])
            : throw new InputException($"{archives.Count} archives of images ({before}VERSION{after}) lie here where one must.");

        bool IsArchive(string file) => file.StartsWith(before, StringComparison.Ordinal) && file.EndsWith(after, StringComparison.Ordinal);
    }

    private static string Printable(string name) => string.Concat(name.Select(letter => char.IsControl(letter) ? '?' : letter));
}
