namespace Tests.Shared.Documentation;

/// <summary>The documents for people: those at the top and those in <c>docs/</c>.</summary>
internal static class MarkdownFiles
{
    /// <summary>Paths from the repository's root.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. new[] { ".", "docs" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md"))
            .Select(path => Path.GetRelativePath(Repository.Root, path))
            .Order(StringComparer.Ordinal),
    ];
}
