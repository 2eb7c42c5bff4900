using ContainerSecurity.Findings;

namespace ContainerSecurity.Checkout;

/// <summary>Reads texts of the checkout, through links as tools do, but nothing outside of it.</summary>
/// <param name="root">The repository.</param>
internal sealed class RepositoryText(string root)
{
    private const long LargestFile = 4_000_000;

    /// <summary>Whether there is such a file in the repository, whichever links lead to it.</summary>
    public bool Has(string path) => RealPath.Of(root, path) is { } real && File.Exists(Path.Combine(root, real));

    /// <exception cref="InputException">Not in the repository, or too large.</exception>
    public string Read(string path)
    {
        if (RealPath.Of(root, path) is not { } real)
            throw new InputException($"{path} is a link that leads out of the repository or nowhere.");
        var file = new FileInfo(Path.Combine(root, real));
        if (file.Length > LargestFile)
            throw new InputException($"{path} has {file.Length} bytes, more than {LargestFile}.");
        // A pipe or socket has no length, and to open one can take forever.
        return file.Length == 0 ? "" : File.ReadAllText(file.FullName);
    }
}
