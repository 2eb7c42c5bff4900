using ContainerSecurity.Checkout;
using ContainerSecurity.Checkout.Globs;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Images.Building;

/// <summary>The files that COPY can read: a folder without what its <c>.dockerignore</c> excludes.</summary>
internal sealed class BuildContextFolder
{
    private const string Artifacts = "artifacts";

    private readonly string _root;
    private readonly string _artifacts;
    private readonly DockerIgnore _ignore;

    private BuildContextFolder(string root, string artifacts, DockerIgnore ignore)
    {
        _root = root;
        _artifacts = artifacts;
        _ignore = ignore;
    }

    /// <param name="root">The repository.</param>
    /// <param name="artifacts">The folder that <c>artifacts/</c> refers to, whatever <c>--output</c> says.</param>
    /// <exception cref="Findings.InputException">Its <c>.dockerignore</c> cannot be understood.</exception>
    public static BuildContextFolder Open(string root, string artifacts)
    {
        var file = Path.Combine(root, DockerIgnore.FileName);
        return new(root, artifacts, DockerIgnore.Parse(File.Exists(file) ? BoundedFile.ReadText(DockerIgnore.FileName, file) : ""));
    }

    /// <returns>The line of <c>.dockerignore</c> that excludes the path; null when none does.</returns>
    public int? ExcludedBy(string path) => _ignore.ExcludedBy(path);

    /// <summary>What lies at a path, excluded or not; null when nothing does.</summary>
    /// <param name="path">Relative, clean, with <c>/</c>; empty for the root.</param>
    public ContextEntry? Find(string path)
    {
        for (var slash = path.IndexOf('/'); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            // A link on the way could lead out of the context.
            if (Entry(path[..slash]) is not { Kind: ContextEntryKind.Directory })
                return null;
        }

        return Entry(path);
    }

    /// <summary>Everything that matches a pattern, excluded or not, in order of path.</summary>
    public IEnumerable<ContextEntry> Match(string pattern)
    {
        var glob = Glob.Parse(pattern, GlobDialect.GoPath)
            ?? throw new RefusedInstructionException(BuildRule.CS3, $"`{pattern}` is not a pattern", "Close its brackets.");

        var parts = pattern.Split('/');
        IEnumerable<ContextEntry> found = Find("") is { } root ? [root] : [];
        foreach (var _ in parts)
            found = found.SelectMany(Children);

        return found.Where(entry => glob.IsMatch(entry.Path));
    }

    /// <summary>A folder's content at any depth that is not excluded, in order of path; folders only when something in them is left.</summary>
    public IEnumerable<ContextEntry> Included(ContextEntry folder)
    {
        foreach (var child in Children(folder))
        {
            var below = child.Kind == ContextEntryKind.Directory ? [.. Included(child)] : Array.Empty<ContextEntry>();
            if (below.Length > 0 || ExcludedBy(child.Path) is null)
                yield return child;
            foreach (var entry in below)
                yield return entry;
        }
    }

    private IEnumerable<ContextEntry> Children(ContextEntry folder)
    {
        if (folder.Kind != ContextEntryKind.Directory)
            return [];

        var names = Directory.EnumerateFileSystemEntries(folder.File).Select(path => Path.GetFileName(path)!);
        return (folder.Path.Length == 0 ? names.Append(Artifacts) : names)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => Entry(ImagePath.Join("/" + folder.Path, name)[1..].TrimStart('/')))
            .OfType<ContextEntry>();
    }

    private ContextEntry? Entry(string path)
    {
        var isArtifact = path == Artifacts || path.StartsWith(Artifacts + "/", StringComparison.Ordinal);
        var file = isArtifact ? Path.Combine(_artifacts, path[Artifacts.Length..].TrimStart('/')) : Path.Combine(_root, path);
        var info = new FileInfo(file);
        if (info.LinkTarget is not null && path != Artifacts && path.Length > 0)
            return new ContextEntry(path, file, ContextEntryKind.Link);
        if (Directory.Exists(file))
            return new ContextEntry(path, file, ContextEntryKind.Directory);

        return info.Exists ? new ContextEntry(path, file, ContextEntryKind.File) : null;
    }
}
