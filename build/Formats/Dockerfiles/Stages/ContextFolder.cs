using ContainerSecurity.Checkout;
using ContainerSecurity.Checkout.Globs;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Shell.Flow.Values;

namespace ContainerSecurity.Formats.Dockerfiles.Stages;

/// <summary>The build context: a folder of the repository, without what its <c>.dockerignore</c> leaves out.</summary>
/// <param name="folder">Relative to the repository.</param>
internal sealed class ContextFolder(RepositoryScripts scripts, string folder, DockerIgnore? ignored)
{
    private readonly Dictionary<string, Value?> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContextPart?> _parts = new(StringComparer.Ordinal);

    public string Folder => folder;

    /// <summary>What a source of COPY or ADD names, which may be a pattern; null for nothing.</summary>
    public ContextPart? Find(string source)
    {
        if (!_parts.TryGetValue(source, out var part))
            _parts[source] = part = ImagePath.Normalise(source)?.TrimStart('/') is { } path ? Read(path) : null;
        return part;
    }

    /// <summary>All of it.</summary>
    public ContextPart Whole => new(this, [""], IsFile: false);

    public bool IsFile(string path) => scripts.Folders.IsFile(RepositoryPath.Join(folder, path));

    public bool IsFolder(string path) => scripts.Folders.IsFolder(RepositoryPath.Join(folder, path));

    /// <summary>Of files and folders right in a folder.</summary>
    public IEnumerable<string> Names(string path) => scripts.Folders.Names(RepositoryPath.Join(folder, path));

    /// <returns>Null for a file that is not there, or that is left out.</returns>
    public Value? File(string path)
    {
        if (!_files.TryGetValue(path, out var content))
            _files[path] = content = ignored?.ExcludedBy(path) is null ? scripts.Find(RepositoryPath.Join(folder, path))?.Content : null;
        return content;
    }

    private ContextPart? Read(string path)
    {
        if (!Glob.HasWildcard(path))
            return IsFile(path) ? new(this, [path], IsFile: true) : IsFolder(path) ? new(this, [path], IsFile: false) : null;
        string[] found = [""];
        foreach (var name in path.Split('/'))
            found = [.. found.SelectMany(above => Below(above, name))];
        return found.Length == 0 ? null : new(this, found, IsFile: false);
    }

    private IEnumerable<string> Below(string above, string name)
    {
        if (Glob.HasWildcard(name) && Glob.Parse(name, GlobDialect.GoPath) is { } pattern)
            return Names(above).Where(each => pattern.IsMatch(each)).Select(each => RepositoryPath.Join(above, each));
        var path = RepositoryPath.Join(above, name);
        return IsFile(path) || IsFolder(path) ? [path] : [];
    }
}
