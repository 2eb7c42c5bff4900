using ContainerSecurity.Checkout.Globs;

namespace ContainerSecurity.Checkout;

/// <summary>A pattern of files: <c>*</c> and <c>?</c> within a name, <c>**</c> across folders.</summary>
internal sealed class FileGlob
{
    private readonly Glob? _pattern;

    // The deepest one that holds all matches.
    private readonly string _folder;

    /// <param name="root">Folder to which a relative glob belongs.</param>
    public FileGlob(string root, string glob)
    {
        var path = Path.GetFullPath(Path.Combine(root, glob)).Replace('\\', '/');
        var wildcard = path.IndexOfAny(['*', '?']);
        _folder = path[..path.LastIndexOf('/', wildcard < 0 ? path.Length - 1 : wildcard)] + "/";
        _pattern = Glob.Parse(path, GlobDialect.Paths);
    }

    /// <summary>Full paths, those of build output too; no linked folder is entered.</summary>
    public IEnumerable<string> Files() => !Directory.Exists(_folder)
        ? []
        : from file in FolderWalk.Under(_folder, _ => false)
          let path = _folder + file.Path
          where !file.IsFolder && _pattern?.IsMatch(path) == true
          select path;
}
