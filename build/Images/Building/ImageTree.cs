using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Images.Building;

/// <summary>The paths in the layers so far, so that a new layer adds each folder it needs once and never replaces a file by a folder.</summary>
internal sealed class ImageTree
{
    private readonly Dictionary<string, bool> _isDirectory = new(StringComparer.Ordinal) { ["/"] = true };

    public bool IsDirectory(string path) => _isDirectory.GetValueOrDefault(path);

    /// <summary>The layer's entries, sorted, with the folders above them that are new.</summary>
    public IReadOnlyList<BuildFile> Add(IEnumerable<BuildFile> files)
    {
        var layer = new SortedDictionary<string, BuildFile>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            AddParents(file.Path, layer);
            if (file.IsDirectory && IsDirectory(file.Path))
                continue;

            Claim(file.Path, file.IsDirectory);
            layer[file.Path] = file;
        }

        return [.. layer.Values];
    }

    private void AddParents(string path, SortedDictionary<string, BuildFile> layer)
    {
        var parent = ImagePath.Parent(path);
        if (IsDirectory(parent))
            return;

        AddParents(parent, layer);
        Claim(parent, isDirectory: true);
        layer[parent] = BuildFile.Directory(parent);
    }

    private void Claim(string path, bool isDirectory)
    {
        if (_isDirectory.TryGetValue(path, out var was) && was != isDirectory)
        {
            throw new RefusedInstructionException(
                BuildRule.CS3, $"{path} is already a {(was ? "folder" : "file")} in the image", "Copy to another path.");
        }

        _isDirectory[path] = isDirectory;
    }
}
