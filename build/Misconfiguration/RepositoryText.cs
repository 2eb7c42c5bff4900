using ContainerSecurity.Findings;
using ContainerSecurity.Misconfiguration.Containers;
using ContainerSecurity.Sources;

namespace ContainerSecurity.Misconfiguration;

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

    /// <summary>What <c>.env</c> files set for a compose file: those of its folder and of all above it, and those that are named.</summary>
    public ComposeVariables VariablesFor(string composeFile, IEnumerable<string> named)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var folders = RepositoryPath.FolderOf(composeFile).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var found = Enumerable.Range(0, folders.Length + 1)
            .Select(count => string.Join('/', [.. folders.Take(count), EnvironmentFile.DefaultName]))
            .Where(Has);
        foreach (var (name, value, _) in found.Concat(named).SelectMany(file => EnvironmentFile.Read(Read(file))))
            known[name] = value;
        return new ComposeVariables(known);
    }
}
