using ContainerSecurity.Checkout;
using ContainerSecurity.Shell.Flow.Values;

namespace ContainerSecurity.Formats.Dockerfiles.Stages;

/// <summary>What one source of COPY takes out of the build context: a file, or what lies in a folder where it goes.</summary>
/// <param name="Paths">Of files, and of folders whose content is taken; relative to the context.</param>
/// <param name="IsFile">It is one file, named without a pattern.</param>
internal sealed record ContextPart(ContextFolder Context, string[] Paths, bool IsFile) : IKnownFolder
{
    private const int MostFolders = 64;

    private Dictionary<string, string> FilesByName => field ??= Paths.Where(Context.IsFile)
        .GroupBy(path => FilePath.NameOf(path)).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);

    private string[] Folders => field ??= [.. Paths.Where(Context.IsFolder).TakeLast(MostFolders)];

    public Value? File(string path)
    {
        if (IsFile)
            return path.Length == 0 ? Context.File(Paths[0]) : null;
        if (FilesByName.TryGetValue(path, out var file))
            return Context.File(file);
        return Folders.Select(folder => Context.File(RepositoryPath.Join(folder, path))).FirstOrDefault(found => found is not null);
    }

    public IEnumerable<string> Names(string path) => IsFile ? [] :
    [
        .. FilesByName.Keys.Where(_ => path.Length == 0),
        .. Folders.SelectMany(folder => Context.Names(RepositoryPath.Join(folder, path))
            .Where(name => Context.File(RepositoryPath.Join(RepositoryPath.Join(folder, path), name)) is not null)),
    ];
}
