using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Images.Contents;

/// <summary>The file system that a container of the image sees: later layers over earlier ones, whiteouts applied, links followed.</summary>
internal sealed class FileSystemView
{
    private const int MostLinks = 40;

    private readonly Dictionary<string, ImageFile> _files = new(StringComparer.Ordinal);

    /// <summary>The paths directly in each folder.</summary>
    private readonly Dictionary<string, HashSet<string>> _below = new(StringComparer.Ordinal);

    public FileSystemView(IEnumerable<LayerContents> layers)
    {
        foreach (var layer in layers)
        {
            // A whiteout removes what earlier layers added, never what its own layer adds, whatever the order of the entries.
            foreach (var entry in layer.Files.OrderBy(entry => IsWhiteout(entry) ? 0 : 1))
                Apply(entry);
        }
    }

    public IEnumerable<ImageFile> Files => _files.Values;

    /// <summary>The file at an absolute path after following all links on the way; null when it does not exist.</summary>
    public ImageFile? Resolve(string path)
    {
        var resolved = "";
        var pending = new Stack<string>(path.Split('/').Reverse());
        for (var links = 0; pending.TryPop(out var name);)
        {
            if (name is "" or ".")
                continue;
            var candidate = name == ".." ? Path.GetDirectoryName(resolved) ?? "" : $"{resolved.TrimEnd('/')}/{name}";
            if (_files.GetValueOrDefault(candidate) is not { Kind: LayerEntryKind.SymbolicLink, LinkTarget: { } target })
            {
                resolved = candidate;
                continue;
            }
            if (++links > MostLinks)
                return null;
            resolved = target.StartsWith('/') ? "" : resolved;
            foreach (var step in target.Split('/').Reverse())
                pending.Push(step);
        }
        return _files.GetValueOrDefault(resolved) is { } file ? WithTarget(file) : null;
    }

    /// <summary>A hard link is the file it names under another path.</summary>
    private ImageFile WithTarget(ImageFile file) =>
        file is { Kind: LayerEntryKind.HardLink, LinkTarget: { } target } && _files.GetValueOrDefault($"/{target.TrimStart('/')}") is { } linked
            ? file with { Program = linked.Program, Damage = linked.Damage }
            : file;

    private void Apply(ImageFile entry)
    {
        if (entry.Kind != LayerEntryKind.Directory)
            RemoveBelow(entry.Path);
        if (entry.Kind == LayerEntryKind.Whiteout)
            _files.Remove(entry.Path);
        else if (entry.Kind != LayerEntryKind.OpaqueWhiteout)
            Put(entry);
    }

    /// <summary>A folder need not be an entry to have something in it.</summary>
    private void Put(ImageFile entry)
    {
        _files[entry.Path] = entry;
        for (var path = entry.Path; path != "/";)
        {
            var folder = ImagePath.Parent(path);
            if (!_below.TryGetValue(folder, out var names))
                _below[folder] = names = new(StringComparer.Ordinal);
            if (!names.Add(path))
                return;
            path = folder;
        }
    }

    /// <summary>
    /// Takes no longer than it took to put there what goes, however many whiteouts a hostile layer has. What a layer puts below a link is elsewhere.
    /// </summary>
    private void RemoveBelow(string path)
    {
        var pending = new Stack<string>(IsFolder(path) ? [path] : []);
        while (pending.TryPop(out var folder))
        {
            if (!_below.Remove(folder, out var names))
                continue;
            foreach (var name in names)
            {
                if (IsFolder(name))
                    pending.Push(name);
                _files.Remove(name);
            }
        }
    }

    private bool IsFolder(string path) => _files.GetValueOrDefault(path) is null or { Kind: LayerEntryKind.Directory };

    private static bool IsWhiteout(ImageFile entry) => entry.Kind is LayerEntryKind.Whiteout or LayerEntryKind.OpaqueWhiteout;
}
