using System.Collections.Immutable;

namespace ContainerSecurity.Checkout.Ignoring;

/// <summary>
/// All .gitignore files of a repository, by folder. What a user's own exclude files add is no promise of the repository and does not count.
/// </summary>
/// <param name="Folders">Patterns by folder, relative to the root with <c>/</c>; <c>""</c> is the root.</param>
internal sealed record GitIgnoreRules(ImmutableSortedDictionary<string, ImmutableArray<IgnorePattern>> Folders)
{
    public const string FileName = ".gitignore";

    public static GitIgnoreRules None { get; } = new(ImmutableSortedDictionary.Create<string, ImmutableArray<IgnorePattern>>(StringComparer.Ordinal));

    public GitIgnoreRules With(string folder, ImmutableArray<IgnorePattern> patterns) => new(Folders.SetItem(folder, patterns));

    /// <summary>Whether git leaves the path out; everything below an ignored folder is ignored, whatever later lines say.</summary>
    public bool IsIgnored(string path, bool isDirectory)
    {
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (IsMatched(path[..slash], true))
                return true;
        }
        return IsMatched(path, isDirectory);
    }

    /// <summary>The deepest folder with an opinion decides, and in it the last matching line.</summary>
    private bool IsMatched(string path, bool isDirectory)
    {
        for (var folder = FolderOf(path); ; folder = FolderOf(folder))
        {
            var relative = folder.Length == 0 ? path : path[(folder.Length + 1)..];
            if (Folders.GetValueOrDefault(folder, []).LastOrDefault(pattern => pattern.Matches(relative, isDirectory)) is { } decisive)
                return !decisive.Negated;
            if (folder.Length == 0)
                return false;
        }
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";
}
