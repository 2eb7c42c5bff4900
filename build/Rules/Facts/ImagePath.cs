namespace ContainerSecurity.Rules.Facts;

/// <summary>What a path in a Dockerfile says, without looking at any file.</summary>
internal static class ImagePath
{
    private static readonly string[] ArchiveEndings =
        [".tar", ".Z", ".bz2", ".gz", ".lz", ".lzma", ".tZ", ".tb2", ".tbz", ".tbz2", ".tgz", ".tlz", ".tpz", ".txz", ".xz"];

    /// <summary>Also on Windows, and where a variable may hold anything.</summary>
    public static bool IsAbsolute(string path) => path is ['/' or '$', ..] || (path is [var drive, ':', ..] && char.IsLetter(drive));

    /// <summary>Whether ADD would extract it.</summary>
    public static bool IsArchive(string path) => ArchiveEndings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal));

    public static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
