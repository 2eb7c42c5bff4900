using System.IO.Enumeration;

namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>
/// The files whose content or origin is known, folders of which all comes from one archive or clone, and those of the repository that lie there.
/// </summary>
internal sealed class FileTree
{
    private const int MostInFolder = 256;

    // Of an archive that is unpacked over the whole system, only what has no place of its own there is surely of it.
    private static readonly string[] Shared = ["/bin", "/sbin", "/lib", "/usr", "/etc", "/var", "/home", "/root"];

    private readonly Dictionary<string, (Value Content, int Order)> _files;
    private readonly Dictionary<string, (Value Content, bool IsOwn)> _folders;
    private readonly Dictionary<string, List<string>> _byFolder;
    private readonly FolderMounts _mounts;
    private int _order;

    public FileTree() => (_files, _folders, _byFolder, _mounts) = ([], [], [], new());

    private FileTree(FileTree other)
    {
        (_files, _folders) = (new(other._files), new(other._folders));
        _byFolder = other._byFolder.ToDictionary(pair => pair.Key, pair => pair.Value.ToList());
        (_mounts, _order) = (other._mounts.Clone(), other._order);
    }

    public FileTree Clone() => new(this);

    /// <param name="path">Resolved.</param>
    public void Write(string path, Value content)
    {
        if (_files.TryAdd(path, (content, ++_order)))
            FilesIn(FilePath.FolderOf(path)).Add(path);
        else
            _files[path] = (content, _order);
    }

    /// <summary>A folder or file of the repository lies there, over what lay there before.</summary>
    public void Mount(string target, IKnownFolder folder) => _mounts.Add(target, folder, ++_order);

    public void Unmount(string target, IKnownFolder folder) => _mounts.Remove(target, folder);

    /// <param name="isOwn">Nothing else is in the folder.</param>
    public void Fill(string folder, Value content, bool isOwn) => _folders[folder] = (content, isOwn);

    public void Remove(string path)
    {
        _files.Remove(path);
        _folders.Remove(path);
    }

    public Value? File(string path)
    {
        var isWritten = _files.TryGetValue(path, out var written);
        return _mounts.Find(path) is { } mounted && (!isWritten || mounted.Order > written.Order) ? mounted.Content
            : isWritten ? written.Content
            : null;
    }

    public Value? Folder(string path) => _folders.TryGetValue(path, out var folder) ? folder.Content : null;

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
            if (_folders.TryGetValue(at, out var folder) && (folder.IsOwn || isInside || levels > 0) && !IsShared(at, path))
                return folder.Content;
            if (at is "" or "/")
                return null;
            at = FilePath.FolderOf(at);
        }

        return null;
    }

    /// <summary>The files right in a folder, the newest of them.</summary>
    public IEnumerable<string> In(string folder) =>
        _byFolder.TryGetValue(folder, out var files) ? files.AsEnumerable().Reverse().Take(MostInFolder) : [];

    /// <summary>Takes what lies at or below a path of another tree.</summary>
    public void Copy(FileTree from, string source, string target)
    {
        if (from.Find(source) is { } one)
            Write(target, one);
        if (from.FindFolder(source, isInside: true) is { } all)
            Fill(target, all, isOwn: true);
        CopyMounts(from, source, target);
        foreach (var path in from._files.Keys.Where(path => FilePath.IsBelow(path, source)).ToList())
            Write(target + path[(source == "/" ? 0 : source.Length)..], from.File(path)!);
        foreach (var path in from._folders.Keys.Where(path => FilePath.IsBelow(path, source)).ToList())
            Fill(target + path[(source == "/" ? 0 : source.Length)..], from._folders[path].Content, from._folders[path].IsOwn);
    }

    /// <summary>Takes only what is of the repository.</summary>
    public void CopyMounts(FileTree from, string source, string target) => _mounts.Copy(from._mounts, source, target, ++_order);

    /// <summary>The files of the repository that a pattern of the shell names: <c>/scripts/*.sh</c>.</summary>
    public IEnumerable<string> Match(string pattern) => _mounts.In(FilePath.FolderOf(pattern))
        .Where(path => FileSystemName.MatchesSimpleExpression(FilePath.NameOf(pattern), FilePath.NameOf(path), ignoreCase: false));

    private static bool IsShared(string folder, string path) =>
        folder is "/" or "/usr" && Shared.Any(shared => path.StartsWith(shared + "/", StringComparison.Ordinal));

    private List<string> FilesIn(string folder)
    {
        if (!_byFolder.TryGetValue(folder, out var files))
            _byFolder[folder] = files = [];
        return files;
    }
}
