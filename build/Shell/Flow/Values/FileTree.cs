namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>
/// The files whose content or origin is known, folders of which all comes from one archive or clone, and those of the repository that lie there.
/// </summary>
internal sealed class FileTree
{
    private const int MostInFolder = 256;

    // Of an archive that is unpacked over the whole system, only what has no place of its own there is surely of it.
    private static readonly string[] Shared = ["/bin", "/sbin", "/lib", "/usr", "/etc", "/var", "/home", "/root"];

    private readonly Dictionary<string, Value> _files;
    private readonly Dictionary<string, Value> _folders;

    // Folders in which nothing else is.
    private readonly HashSet<string> _own;
    private readonly Dictionary<string, List<string>> _byFolder;
    private FolderMounts? _mounts;

    public FileTree() => (_files, _folders, _own, _byFolder) = ([], [], [], []);

    private FileTree(FileTree other)
    {
        (_files, _folders, _own, _byFolder) = (new(other._files), new(other._folders), [.. other._own], []);
        foreach (var (folder, files) in other._byFolder)
            _byFolder[folder] = [.. files];
        _mounts = other._mounts?.Clone();
    }

    public FileTree Clone() => new(this);

    /// <param name="path">Resolved.</param>
    public void Write(string path, Value content)
    {
        if (_files.TryAdd(path, content))
            FilesIn(FilePath.FolderOf(path)).Add(path);
        else
            _files[path] = content;
        _mounts?.Cover(path);
    }

    /// <summary>A folder or file of the repository lies there, over what lay there before.</summary>
    public void Mount(string target, IKnownFolder folder) => (_mounts ??= new()).Add(target, folder);

    public void Unmount(string target, IKnownFolder folder) => _mounts?.Remove(target, folder);

    /// <param name="isOwn">Nothing else is in the folder.</param>
    public void Fill(string folder, Value content, bool isOwn)
    {
        _folders[folder] = content;
        if (isOwn)
            _own.Add(folder);
        else
            _own.Remove(folder);
    }

    public void Remove(string path)
    {
        _files.Remove(path);
        _folders.Remove(path);
        _mounts?.Uncover(path);
    }

    public Value? File(string path) => _mounts?.Find(path) ?? _files.GetValueOrDefault(path);

    public Value? Folder(string path) => _folders.GetValueOrDefault(path);

    /// <summary>What a file holds, by itself or as a part of a folder; null for a file of which nothing is known.</summary>
    public Value? Find(string path) => File(path) ?? FindFolder(path, isInside: true);

    /// <summary>What the folder, or one around it, is filled with.</summary>
    /// <param name="isInside">Also when other things may lie beside it.</param>
    public Value? FindFolder(string path, bool isInside)
    {
        if (_folders.Count == 0)
            return null;
        for (var (at, levels) = (path, 0); levels < 64; levels++)
        {
            if (_folders.TryGetValue(at, out var content) && (isInside || levels > 0 || _own.Contains(at)) && !IsShared(at, path))
                return content;
            if (at is "" or "/")
                return null;
            at = FilePath.FolderOf(at);
        }

        return null;
    }

    /// <summary>The files right in a folder, the newest of them.</summary>
    public List<string> In(string folder)
    {
        if (!_byFolder.TryGetValue(folder, out var files))
            return [];
        var newest = files.GetRange(Math.Max(0, files.Count - MostInFolder), Math.Min(files.Count, MostInFolder));
        newest.Reverse();
        return newest;
    }

    /// <summary>Takes what lies at or below a path of another tree.</summary>
    public void Copy(FileTree from, string source, string target)
    {
        if (from.Find(source) is { } one)
            Write(target, one);
        if (from.FindFolder(source, isInside: true) is { } all)
            Fill(target, all, isOwn: true);
        CopyMounts(from, source, target);
        // Both may be one tree.
        foreach (var path in (string[])[.. from._files.Keys])
        {
            if (FilePath.IsBelow(path, source))
                Write(target + path[(source == "/" ? 0 : source.Length)..], from.File(path)!);
        }

        foreach (var (path, content) in new Dictionary<string, Value>(from._folders))
        {
            if (FilePath.IsBelow(path, source))
                Fill(target + path[(source == "/" ? 0 : source.Length)..], content, from._own.Contains(path));
        }
    }

    /// <summary>Takes only what is of the repository.</summary>
    public void CopyMounts(FileTree from, string source, string target) =>
        _mounts = from._mounts?.Copy(source, target, _mounts) ?? _mounts;

    /// <summary>The files of the repository that a pattern of the shell names: <c>/scripts/*.sh</c>.</summary>
    public List<string> Match(string pattern) => _mounts?.Match(pattern) ?? [];

    private static bool IsShared(string folder, string path) =>
        folder is "/" or "/usr" && Array.Exists(Shared, shared => path.StartsWith(shared + "/", StringComparison.Ordinal));

    private List<string> FilesIn(string folder)
    {
        if (!_byFolder.TryGetValue(folder, out var files))
            _byFolder[folder] = files = [];
        return files;
    }
}
