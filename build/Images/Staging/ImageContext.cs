using ContainerSecurity.Tools;

namespace ContainerSecurity.Images.Staging;

/// <summary>Lays out what the Dockerfile copies besides the binary: a CA bundle, and what scanners need to see what is linked into it.</summary>
internal sealed class ImageContext(BuildPaths paths, IToolRunner tools)
{
    /// <summary>Replaces the staged files with those of the last compile.</summary>
    /// <exception cref="Findings.InputException">Not compiled yet, or on a machine whose packages cannot be read.</exception>
    public Task StageAsync(string rid, CancellationToken cancellation)
    {
        _ = (paths, tools);
        throw new NotImplementedException();
    }
}
