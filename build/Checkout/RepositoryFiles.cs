using System.Collections.Immutable;
using ContainerSecurity.Checkout.Ignoring;

namespace ContainerSecurity.Checkout;

/// <summary>
/// The files of the repository, listed once a run: in hidden folders too and ignored ones too, but neither git's own nor what a build wrote. All
/// paths
/// are relative to <see cref="Root"/>, with <c>/</c>, in order. The lists that gates need are <see cref="Files"/> (secrets, misconfigurations),
/// <see cref="Named"/> (Dockerfiles and other files that are linted) and <see cref="Committable"/> (the policy).
/// </summary>
internal sealed record RepositoryFiles
{
    public required string Root { get; init; }

    /// <summary>Everything but folders and links: ignored and empty files too, and pipes.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Symbolic links to files or to nothing.</summary>
    public ImmutableArray<string> FileLinks { get; init; } = [];

    /// <summary>Symbolic links to folders. None is entered: what it leads to is listed where it lies, or is no part of the checkout.</summary>
    public ImmutableArray<string> FolderLinks { get; init; } = [];

    /// <summary>Build output, left out.</summary>
    public ImmutableArray<string> BuildFolders { get; init; } = [];

    /// <summary>
    /// Those of <see cref="Files"/> that git ignores, by whichever of its lists; a file that it tracks is not among them. Empty without git.
    /// </summary>
    public ImmutableHashSet<string> Ignored { get; init; } = [];

    /// <summary>Those .gitignore files that cannot be read, with the reason: what they leave out is judged.</summary>
    public ImmutableArray<(string Path, string Why)> UnreadIgnoreFiles { get; init; } = [];

    /// <summary>What the repository's own .gitignore files say, also of files that do not exist yet. It needs no git.</summary>
    public GitIgnoreRules IgnoreRules { get; init; } = GitIgnoreRules.None;

    /// <summary>
    /// What a commit of everything would hold: all but what the repository's own .gitignore files leave out. Links are not among them.
    /// </summary>
    public IEnumerable<string> Committable => Files.Where(path => !IgnoreRules.IsIgnored(path, isDirectory: false));

    /// <summary>Every name under which a tool may look for a file; a link must be followed, or refused, when it is read.</summary>
    public IEnumerable<string> Named => Files.Concat(FileLinks);

    /// <summary>Where SECURITY.md sends people with their keys: there a key is intended, as long as git ignores it.</summary>
    public bool IsKeyFile(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Ignored.Contains(path) && (name == ".env" || name.StartsWith(".env.", StringComparison.Ordinal));
    }
}
