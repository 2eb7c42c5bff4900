using ContainerSecurity.Images.Building;

namespace ContainerSecurity.Gates;

/// <summary>Finds the <c>.dockerignore</c> that holds for a Dockerfile: one named after it, as builders look for it first, else that of the build context.</summary>
internal static class ContextIgnoreFile
{
    /// <param name="root">The repository.</param>
    /// <param name="dockerfile">Relative to the root, or absolute.</param>
    /// <remarks>Which folder is the context is said only when a build is started: taken is the Dockerfile's own where it has the file, else the repository.</remarks>
    public static DockerIgnore? Read(string root, string dockerfile)
    {
        var path = Path.Combine(root, dockerfile);
        string[] candidates = [path + DockerIgnore.FileName, Path.Combine(Path.GetDirectoryName(path)!, DockerIgnore.FileName), Path.Combine(root, DockerIgnore.FileName)];
        return candidates.FirstOrDefault(File.Exists) is { } found ? DockerIgnore.Parse(File.ReadAllText(found)) : null;
    }
}
