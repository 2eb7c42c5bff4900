using System.Collections.Immutable;
using System.Security.Cryptography;

namespace ContainerSecurity.Images.Comparing;

/// <summary>Compares two builds of one stage by what a container sees: configuration and files, not times or the layout of the tar.</summary>
internal static class ImageComparison
{
    /// <summary>One sentence for each difference, in a fixed order; empty when a container sees no difference.</summary>
    public static ImmutableArray<string> Compare(ContainerImage ours, ContainerImage theirs)
    {
        var differences = ImmutableArray.CreateBuilder<string>();
        foreach (var ((name, our), (_, their)) in Describe(ours.Config).Zip(Describe(theirs.Config)))
        {
            if (our != their)
                differences.Add($"{name}: '{our}' here, '{their}' there");
        }

        var (ourFiles, theirFiles) = (Files(ours), Files(theirs));
        foreach (var path in ourFiles.Keys.Union(theirFiles.Keys).Order(StringComparer.Ordinal))
        {
            var (our, their) = (ourFiles.GetValueOrDefault(path, "absent"), theirFiles.GetValueOrDefault(path, "absent"));
            if (our != their)
                differences.Add($"{path}: {our} here, {their} there");
        }

        return differences.ToImmutable();
    }

    private static IEnumerable<(string Name, string Value)> Describe(ImageConfig config) =>
    [
        ("platform", $"{config.Os}/{config.Architecture}"),
        ("user", config.User),
        ("ports", string.Join(' ', config.ExposedPorts)),
        ("environment", string.Join(
            ' ', config.Environment.Where(variable => !variable.StartsWith("PATH=", StringComparison.Ordinal)).Order(StringComparer.Ordinal))),
        ("labels", string.Join(' ', config.Labels
            .Where(label => !label.Key.StartsWith("io.buildah.", StringComparison.Ordinal))
            .Select(label => $"{label.Key}={label.Value}"))),
        ("entry point", string.Join(' ', config.Entrypoint)),
        ("command", string.Join(' ', config.Command)),
        ("working directory", config.WorkingDirectory is "" ? "/" : config.WorkingDirectory),
        ("health check", string.Join(' ', config.Healthcheck?.Test ?? [])),
    ];

    /// <summary>Path to kind, mode, owner and content; a later layer wins, a whiteout removes.</summary>
    private static Dictionary<string, string> Files(ContainerImage image)
    {
        var files = new Dictionary<string, string>();
        foreach (var entry in image.Layers.SelectMany(layer => layer.ReadEntries()))
        {
            if (entry.Kind == LayerEntryKind.Whiteout)
            {
                files.Remove(entry.Path);
            }
            else if (entry.Kind is LayerEntryKind.File)
            {
                files[entry.Path] =
                    $"file {Convert.ToString(entry.Mode, 8)} {entry.Uid}:{entry.Gid} "
                    + $"{Convert.ToHexStringLower(SHA256.HashData(entry.Content!))[..12]}";
            }
            else if (entry.Kind is LayerEntryKind.SymbolicLink or LayerEntryKind.HardLink)
            {
                files[entry.Path] = $"link to {entry.LinkTarget}";
            }
        }

        return files;
    }
}
