using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;

namespace ContainerSecurity.Gates;

/// <summary>Finds and reads the Dockerfiles of a repository, in hidden folders too, or those that globs name.</summary>
internal static class DockerfileFinder
{
    // `Dockerfile.cs` is source code, unless it can be read as a Dockerfile.
    private static readonly string[] OtherExtensions =
        [".cs", ".dockerignore", ".go", ".html", ".java", ".js", ".json", ".md", ".mjs", ".py", ".rb", ".rs", ".ts", ".xml", ".yaml", ".yml"];

    /// <param name="globs">Relative to the root, or absolute; empty means all Dockerfiles.</param>
    /// <exception cref="InputException">A glob matches nothing, or a file cannot be read.</exception>
    public static ImmutableArray<DockerfileSource> Find(RepositoryFiles files, ImmutableArray<string> globs)
    {
        try
        {
            var found = globs.IsEmpty ? InRepository(files) : globs.SelectMany(glob => Matching(files.Root, glob)).DistinctBy(source => source.Path);
            return [.. found.OrderBy(source => source.Path, StringComparer.Ordinal)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            var next = "Fix or remove it, or name others with --dockerfile.";
            throw new InputException($"A Dockerfile cannot be read: {unreadable.Message} {next}", unreadable);
        }
    }

    private static IEnumerable<DockerfileSource> InRepository(RepositoryFiles files) => files.Named
        .Where(IsDockerfileName)
        .Select(path => Read(files.Root, path))
        .Where(source => !OtherExtensions.Contains(Path.GetExtension(source.Path).ToLowerInvariant()) || source.Parsed.Dockerfile is not null);

    /// <summary>Whoever names files gets them from build output and from elsewhere too, which the list does not hold.</summary>
    private static List<DockerfileSource> Matching(string root, string glob)
    {
        var found = new FileGlob(root, glob).Files().Select(file => Read(root, NameOf(root, file))).ToList();
        return found.Count > 0
            ? found
            : throw new InputException($"--dockerfile: `{glob}` matches no file under {root}. Check the path; `**` matches folders at any depth.");
    }

    private static string NameOf(string root, string file) =>
        Path.GetRelativePath(root, file) is var relative && relative.StartsWith("..", StringComparison.Ordinal) ? file : relative.Replace('\\', '/');

    private static bool IsDockerfileName(string file)
    {
        var parts = Path.GetFileName(file).Split('.');
        return IsKind(parts[0]) || IsKind(parts[^1]);
    }

    private static bool IsKind(string part) =>
        part.Equals("Dockerfile", StringComparison.OrdinalIgnoreCase) || part.Equals("Containerfile", StringComparison.OrdinalIgnoreCase);

    /// <param name="path">Relative to the root; a full one for a file elsewhere.</param>
    private static DockerfileSource Read(string root, string path)
    {
        if (Path.IsPathRooted(path))
            return DockerfileParser.Parse(path, BoundedFile.Read(path, path, DockerfileSource.MostBytes));
        return RealPath.Find(root, path) is not null
            ? DockerfileParser.Parse(path, new RepositoryText(root).ReadBytes(path, DockerfileSource.MostBytes))
            : throw new InputException($"{RealPath.LeadsOut(path)} Put the file itself in its place, or name others with --dockerfile.");
    }
}
