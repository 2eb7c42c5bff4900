using System.Collections.Immutable;
using System.Text;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;

namespace ContainerSecurity.Gates;

/// <summary>Finds and reads the Dockerfiles of a repository, in hidden folders too, or those that globs name.</summary>
internal static class DockerfileFinder
{
    private const int MostBytes = 16 * 1024 * 1024;

    // `Dockerfile.cs` is source code, unless it can be read as a Dockerfile.
    private static readonly string[] OtherExtensions =
        [".cs", ".dockerignore", ".go", ".html", ".java", ".js", ".json", ".md", ".mjs", ".py", ".rb", ".rs", ".ts", ".xml", ".yaml", ".yml"];

    /// <param name="root">The repository.</param>
    /// <param name="globs">Relative to the root, or absolute; empty means all Dockerfiles.</param>
    /// <exception cref="InputException">A glob matches nothing, or a file cannot be read.</exception>
    public static ImmutableArray<DockerfileSource> Find(string root, ImmutableArray<string> globs)
    {
        try
        {
            var found = globs.IsEmpty ? InRepository(root) : globs.SelectMany(glob => Matching(root, glob)).DistinctBy(source => source.Path);
            return [.. found.OrderBy(source => source.Path, StringComparer.Ordinal)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            var next = "Mend or remove it, or name others with --dockerfile.";
            throw new InputException($"A Dockerfile cannot be read: {unreadable.Message} {next}", unreadable);
        }
    }

    private static IEnumerable<DockerfileSource> InRepository(string root) => RepositoryFiles.Of(root)
        .Where(IsDockerfileName)
        .Select(file => Read(root, file))
        .Where(source => !OtherExtensions.Contains(Path.GetExtension(source.Path).ToLowerInvariant()) || source.Parsed.Dockerfile is not null);

    private static List<DockerfileSource> Matching(string root, string glob)
    {
        var pattern = new FileGlob(root, glob);
        var found = RepositoryFiles.Under(pattern.Folder).Where(pattern.Matches).Select(file => Read(root, file)).ToList();
        return found.Count > 0
            ? found
            : throw new InputException($"--dockerfile: `{glob}` matches no file under {root}. Check the path; `**` matches folders at any depth.");
    }

    private static bool IsDockerfileName(string file)
    {
        var parts = Path.GetFileName(file).Split('.');
        return IsKind(parts[0]) || IsKind(parts[^1]);
    }

    private static bool IsKind(string part) =>
        part.Equals("Dockerfile", StringComparison.OrdinalIgnoreCase) || part.Equals("Containerfile", StringComparison.OrdinalIgnoreCase);

    private static DockerfileSource Read(string root, string file)
    {
        var relative = Path.GetRelativePath(root, file);
        var isOutside = relative.StartsWith("..", StringComparison.Ordinal);
        var path = (isOutside ? file : relative).Replace('\\', '/');
        if (!isOutside && new FileInfo(file).LinkTarget is not null && RealPath.Of(root, path) is null)
            throw new InputException($"{path} is a link that leads out of the repository or nowhere, so nobody knows what would be built. Put the file itself in its place.");
        var bytes = BoundedFile.Read(file, MostBytes) ?? throw new IOException($"{path} is larger than {MostBytes / 1024 / 1024} MiB.");
        // As bytes: a byte order mark other than UTF-8's is no way to write a Dockerfile, and the parser says so.
        var text = Encoding.UTF8.GetString(bytes);
        return new DockerfileSource(path, text, DockerfileParser.Parse(path, text));
    }
}
