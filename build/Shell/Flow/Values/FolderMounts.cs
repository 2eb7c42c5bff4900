namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>
/// Folders of the repository, or single files, that lie somewhere in a file system; nothing of them is read before it is asked for.
/// </summary>
internal sealed class FolderMounts
{
    private const int MostAtOnePlace = 64;
    private const int MostCopied = 256;
    private const int MostCopies = 1024;
    private const int DeepestPath = 64;

    private readonly Dictionary<string, List<Mount>> _places;
    private int _copies;

    public FolderMounts() => _places = [];

    private FolderMounts(FolderMounts other) => _places = other._places.ToDictionary(pair => pair.Key, pair => pair.Value.ToList());

    public FolderMounts Clone() => new(this);

    /// <param name="target">Resolved.</param>
    /// <param name="order">When it came, compared with all else that lies there.</param>
    public void Add(string target, IKnownFolder folder, int order) => Add(target, new Mount(folder, "", order));

    public void Remove(string target, IKnownFolder folder)
    {
        if (_places.TryGetValue(target, out var mounts))
            mounts.RemoveAll(mount => ReferenceEquals(mount.Folder, folder));
    }

    /// <summary>What lies at a path; of several, what came last.</summary>
    public (Value Content, int Order)? Find(string path)
    {
        (Value, int Order)? found = null;
        if (_places.Count == 0)
            return found;
        foreach (var (mount, below) in Around(path))
        {
            if (mount.Order > (found?.Order ?? -1) && mount.Folder.File(below) is { } content)
                found = (content, mount.Order);
        }

        return found;
    }

    /// <summary>The paths of files right in a folder.</summary>
    public IEnumerable<string> In(string folder) =>
        Around(folder).SelectMany(place => place.Mount.Folder.Names(place.Below)).Distinct().Select(name => Join(folder, name));

    /// <summary>Takes what lies at, below or around a path of other mounts.</summary>
    public void Copy(FolderMounts from, string source, string target, int order)
    {
        if (from._places.Count == 0 || _copies++ > MostCopies)
            return;
        var around = from.Around(source).Select(place => (Target: target, Mount: place.Mount with { Below = place.Below })).ToList();
        var inside = from._places.Where(place => FilePath.IsBelow(place.Key, source))
            .SelectMany(place => place.Value.Select(mount => (Target: target + place.Key[(source == "/" ? 0 : source.Length)..], Mount: mount)))
            .ToList();
        // What came first there comes first here.
        foreach (var (place, mount) in around.Concat(inside).OrderBy(copied => copied.Mount.Order).TakeLast(MostCopied))
            Add(FilePath.Resolve("/", place), mount with { Order = order });
    }

    private void Add(string target, Mount mount)
    {
        if (!_places.TryGetValue(target, out var mounts))
            _places[target] = mounts = [];
        if (mounts.Count == MostAtOnePlace)
            mounts.RemoveAt(0);
        mounts.Add(mount);
    }

    /// <summary>The mounts in which a path may lie, the last one first, and the path below what is mounted.</summary>
    private IEnumerable<(Mount Mount, string Below)> Around(string path)
    {
        if (_places.Count == 0)
            yield break;
        for (var (at, levels) = (path, 0); levels < DeepestPath; levels++)
        {
            if (_places.TryGetValue(at, out var mounts))
            {
                for (var index = mounts.Count - 1; index >= 0; index--)
                    yield return (mounts[index], Join(mounts[index].Below, path[at.Length..].TrimStart('/')));
            }

            if (at is "" or "/")
                yield break;
            at = FilePath.FolderOf(at);
        }
    }

    private static string Join(string folder, string path) => folder.Length == 0 ? path : path.Length == 0 ? folder : $"{folder.TrimEnd('/')}/{path}";

    /// <param name="Below">What of the folder lies at the place; empty for all.</param>
    private readonly record struct Mount(IKnownFolder Folder, string Below, int Order);
}
