using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Gates.Inputs;

/// <summary>
/// Finds the <c>.dockerignore</c> that holds for a Dockerfile: one named after it, as builders look for it first, else that of the build context.
/// Each file
/// is read once.
/// </summary>
/// <param name="root">The repository.</param>
internal sealed class ContextIgnoreFiles(string root)
{
    private readonly Dictionary<string, DockerIgnore?> _read = [];
    private readonly List<UnreadInput> _unread = [];

    /// <summary>Files that were looked for and cannot be read.</summary>
    public IEnumerable<UnreadInput> Unread => _unread;

    /// <param name="dockerfile">Relative to the root; absolute where it lies elsewhere.</param>
    /// <remarks>
    /// Which folder is the context is said only when a build is started: taken is the Dockerfile's own where it has the file, else the repository, if
    /// the
    /// Dockerfile is part of it.
    /// </remarks>
    public DockerIgnore? Find(string dockerfile)
    {
        var path = Path.Combine(root, dockerfile);
        string[] folders = Path.IsPathRooted(dockerfile) ? [Path.GetDirectoryName(path)!] : [Path.GetDirectoryName(path)!, root];
        return First(path, folders);
    }

    /// <summary>For a build whose context is known.</summary>
    /// <param name="context">Relative to the root.</param>
    public DockerIgnore? Find(string dockerfile, string context) => First(Path.Combine(root, dockerfile), [Path.Combine(root, context)]);

    private DockerIgnore? First(string dockerfile, string[] folders)
    {
        var candidates = folders.Select(folder => Path.Combine(folder, DockerIgnore.FileName)).Prepend(dockerfile + DockerIgnore.FileName);
        if (candidates.FirstOrDefault(File.Exists) is not { } found)
            return null;
        if (!_read.TryGetValue(found, out var rules))
            _read[found] = rules = Read(found);
        return rules;
    }

    private DockerIgnore? Read(string found)
    {
        var name = Path.GetRelativePath(root, found);
        try
        {
            return DockerIgnore.Parse(BoundedFile.ReadText(name, found));
        }
        catch (Exception unreadable) when (unreadable is InputException or IOException or UnauthorizedAccessException)
        {
            var line = (unreadable as InputException)?.Line ?? 1;
            _unread.Add(new UnreadInput(Place.At(name, line), $"what it leaves out is not known: {unreadable.Message}"));
            return null;
        }
    }
}
