using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats.DevContainers;

/// <summary>Reads <c>devcontainer-lock.json</c>, in which the tools write the digests of features (devcontainers/spec, "Lockfiles").</summary>
internal static class DevContainerLock
{
    /// <summary>Where it lies for a devcontainer.json: beside it, with a dot where that has one.</summary>
    public static string PathFor(string container) =>
        container.Replace("devcontainer.json", "devcontainer-lock.json", StringComparison.OrdinalIgnoreCase);

    /// <returns>The features that are fixed by a digest; none when it is no such file.</returns>
    public static ImmutableHashSet<string> Read(string path, string text)
    {
        try
        {
            return
            [
                .. from feature in LocatedJson.Parse(path, text)["features"]?.Members ?? []
                   where feature.Value["integrity"]?.Text?.StartsWith("sha256:", StringComparison.Ordinal) == true
                   select feature.Name,
            ];
        }
        catch (InputException)
        {
            return [];
        }
    }
}
