using System.IO.Enumeration;

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

    private readonly Dictionary<string, List<Mount>> _places = [];

    // When files were written that may lie over what is mounted.
    private readonly Dictionary<string, int> _covered = [];
    private int _order;
    private int _copies;

    public FolderMounts Clone()
    {
        var clone = new FolderMounts { _order = _order };
        foreach (var (place, mounts) in _places)
            clone._places[place] = [.. mounts];
        foreach (var (path, order) in _covered)
            clone._covered[path] = order;
        return clone;
    }

    /// <param name="target">Resolved.</param>
    public void Add(string target, IKnownFolder folder) => Add(new Mount(target, folder, "", ++_order));

    /// <summary>A file is written there, over what is mounted by now.</summary>
    public void Cover(string path) => _covered[path] = ++_order;

    /// <summary>The file that was written there is gone.</summary>
    public void Uncover(string path) => _covered.Remove(path);

    public void Remove(string target, IKnownFolder folder)
    {
        if (_places.TryGetValue(target, out var mounts))
            mounts.RemoveAll(mount => ReferenceEquals(mount.Folder, folder));
    }

    /// <summary>What lies at a path, not covered by a file; of several, what came last.</summary>
    public Value? Find(string path)
    {
        var (found, after) = ((Value?)null, _covered.GetValueOrDefault(path));
        foreach (var mount in Around(path))
        {
            if (mount.Order > after && mount.Folder.File(mount.Below) is { } content)
                (found, after) = (content, mount.Order);
        }

        return found;
    }

    /// <summary>The paths of the files that a pattern of the shell names: <c>/scripts/*.sh</c>.</summary>
    public List<string> Match(string pattern)
    {
        var (folder, last, paths, seen) = (FilePath.FolderOf(pattern), FilePath.NameOf(pattern), new List<string>(), new HashSet<string>());
        foreach (var mount in Around(folder))
        {
            foreach (var name in mount.Folder.Names(mount.Below))
            {
                if (FileSystemName.MatchesSimpleExpression(last, FilePath.NameOf(name), ignoreCase: false) && seen.Add(name))
                    paths.Add(Join(folder, name));
            }
        }

        return paths;
    }

    /// <summary>What lies at, below or around a path, as mounts elsewhere.</summary>
    /// <param name="others">Where they are added; null for none yet.</param>
    /// <returns>The same, or new ones.</returns>
    public FolderMounts? Copy(string source, string target, FolderMounts? others)
    {
        if (_places.Count == 0 || (others ??= new())._copies++ > MostCopies)
            return others;
        var copied = new List<Mount>();
        foreach (var mount in Around(source))
            copied.Add(mount.At(target));
        foreach (var (place, mounts) in _places)
        {
            if (!FilePath.IsBelow(place, source))
                continue;
            foreach (var mount in mounts)
                copied.Add(mount.At(target + place[(source == "/" ? 0 : source.Length)..]));
        }

        var order = ++others._order;
        // What came first there comes first here.
        foreach (var mount in copied.OrderBy(mount => mount.Order).TakeLast(MostCopied))
            others.Add(new Mount(FilePath.Resolve("/", mount.Place), mount.Folder, mount.Below, order));
        return others;
    }

    private void Add(Mount mount)
    {
        if (!_places.TryGetValue(mount.Place, out var mounts))
            _places[mount.Place] = mounts = [];
        if (mounts.Count == MostAtOnePlace)
            mounts.RemoveAt(0);
        mounts.Add(mount);
    }

    /// <summary>The mounts in which a path may lie, the last one first, with the path below what is mounted.</summary>
    private List<Mount> Around(string path)
    {
        var around = new List<Mount>();
        for (var (at, levels) = (path, 0); levels < DeepestPath; levels++)
        {
            if (_places.TryGetValue(at, out var mounts))
            {
                for (var index = mounts.Count - 1; index >= 0; index--)
                    around.Add(mounts[index].With(Join(mounts[index].Below, path[at.Length..].TrimStart('/'))));
            }

            if (at is "" or "/")
                break;
            at = FilePath.FolderOf(at);
        }

        return around;
    }

    private static string Join(string folder, string path) => folder.Length == 0 ? path : path.Length == 0 ? folder : $"{folder.TrimEnd('/')}/{path}";

    /// <param name="below">What of the folder lies at the place; empty for all.</param>
    private sealed class Mount(string place, IKnownFolder folder, string below, int order)
    {
        public string Place => place;

        public IKnownFolder Folder => folder;

        public string Below => below;

        public int Order => order;

        public Mount At(string elsewhere) => new(elsewhere, folder, below, order);

        public Mount With(string path) => new(place, folder, path, order);
    }
}
