using System.Collections.Immutable;

namespace ContainerSecurity.Checkout;

/// <summary>The files of the checkout that are looked at: everything but git's own and what a build wrote. All paths relative with <c>/</c>.</summary>
/// <param name="BuildFolders">Left out.</param>
/// <param name="Ignored">Those of <paramref name="Files"/> that git ignores.</param>
internal sealed record TreeFiles(ImmutableArray<string> Files, ImmutableArray<string> BuildFolders, ImmutableHashSet<string> Ignored)
{
    /// <summary>Symbolic links to files and folders. None is followed here: what they lead to is looked at where it lies, or is no part of the checkout.</summary>
    public ImmutableArray<string> Links { get; init; } = [];

    /// <summary>Where SECURITY.md sends people with their keys: there one is no accident, as long as git ignores it.</summary>
    public bool IsKeyFile(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Ignored.Contains(path) && (name == ".env" || name.StartsWith(".env.", StringComparison.Ordinal));
    }
}
