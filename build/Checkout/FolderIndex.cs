namespace ContainerSecurity.Checkout;

/// <summary>Which files lie in which folder of the repository, under every name that leads to them.</summary>
/// <param name="files">The repository's.</param>
internal sealed class FolderIndex(RepositoryFiles files)
{
    private readonly HashSet<string> _files = new(files.Named, StringComparer.Ordinal);

    // By path, for all folders above it too.
    private Dictionary<string, SortedSet<string>> Folders => field ??= Read();

    public bool IsFile(string path) => _files.Contains(path)
        || (files.FolderLinks.Any(link => path.StartsWith(link + "/", StringComparison.Ordinal)) && Exists(path, File.Exists));

    public bool IsFolder(string path) => Folders.ContainsKey(path)
        || (files.FolderLinks.Any(link => path == link || path.StartsWith(link + "/", StringComparison.Ordinal)) && Exists(path, Directory.Exists));

    /// <summary>Of files and folders right in a folder, in order; not those behind a link.</summary>
    public IEnumerable<string> Names(string folder) => Folders.TryGetValue(folder, out var names) ? names : [];

    private bool Exists(string path, Func<string, bool> exists) =>
        RealPath.Find(files.Root, path) is { } real && exists(Path.Combine(files.Root, real));

    private Dictionary<string, SortedSet<string>> Read()
    {
        var folders = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal) { [""] = new(StringComparer.Ordinal) };
        foreach (var path in _files)
        {
            for (var at = path; at.Length > 0; at = RepositoryPath.FolderOf(at))
            {
                var folder = RepositoryPath.FolderOf(at);
                if (!folders.TryGetValue(folder, out var names))
                    folders[folder] = names = new SortedSet<string>(StringComparer.Ordinal);
                // What is above is known already.
                if (!names.Add(Path.GetFileName(at)))
                    break;
            }
        }

        return folders;
    }
}
