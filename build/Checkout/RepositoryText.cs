using System.Text;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Checkout;

/// <summary>Reads texts of the checkout, through links as tools do, but nothing outside of it.</summary>
/// <param name="root">The repository.</param>
internal sealed class RepositoryText(string root)
{
    private const int MostBytes = 4 * BoundedFile.MiB;
    private const int HeadBytes = 256;

    /// <summary>Whether there is such a file in the repository, whichever links lead to it.</summary>
    public bool Has(string path) => RealPath.Find(root, path) is { } real && File.Exists(Path.Combine(root, real));

    /// <exception cref="InputException">Not in the repository, too large, or not text.</exception>
    public string Read(string path) => BoundedFile.Decode(path, ReadBytes(path, MostBytes));

    /// <exception cref="InputException">Not in the repository, or too large.</exception>
    public byte[] ReadBytes(string path, int mostBytes)
    {
        var file = Locate(path);
        // A pipe or socket has no length, and to open one can take forever.
        return file.Length == 0 ? [] : BoundedFile.Read(path, file.FullName, mostBytes);
    }

    /// <summary>The beginning of a file of any kind, a character for each byte.</summary>
    /// <exception cref="InputException">Not in the repository.</exception>
    public string ReadHead(string path)
    {
        var file = Locate(path);
        if (file.Length == 0)
            return "";
        using var content = file.OpenRead();
        var head = new byte[HeadBytes];
        return Encoding.Latin1.GetString(head, 0, content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
    }

    private FileInfo Locate(string path) =>
        RealPath.Find(root, path) is { } real ? new FileInfo(Path.Combine(root, real)) : throw new InputException(RealPath.LeadsOut(path));
}
