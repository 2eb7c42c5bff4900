using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Shell.Flow.Values;

namespace ContainerSecurity.Formats.Scripts;

/// <summary>The files of a repository that something may run; each is read once, when it is run.</summary>
internal sealed class RepositoryScripts(RepositoryFiles files)
{
    private readonly RepositoryText _texts = new(files.Root);
    private readonly Dictionary<string, KnownFile> _read = new(StringComparer.Ordinal);

    public FolderIndex Folders { get; } = new(files);

    /// <returns>Null where there is no such file.</returns>
    public KnownFile? Find(string path)
    {
        if (!Folders.IsFile(path))
            return null;
        if (!_read.TryGetValue(path, out var file))
            _read[path] = file = Read(path);
        return file;
    }

    private KnownFile Read(string path)
    {
        var isScript = ScriptFile.LanguageOfName(path) is not null;
        try
        {
            isScript |= _texts.ReadHead(path).StartsWith("#!", StringComparison.Ordinal);
            // A shell on Linux would stumble over the line ends of Windows, and nobody keeps such a script.
            return new KnownFile(path, _texts.Read(path).Replace("\r\n", "\n", StringComparison.Ordinal));
        }
        catch (Exception closed) when (closed is InputException or IOException or UnauthorizedAccessException)
        {
            return new KnownFile(path, "") { Unread = closed.Message, IsProgram = !isScript && RealPath.Find(files.Root, path) is not null };
        }
    }
}
