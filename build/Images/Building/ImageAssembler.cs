using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Images.Oci;

namespace ContainerSecurity.Images.Building;

/// <summary>Creates the documents of a finished stage; their bytes depend only on the stage.</summary>
internal static class ImageAssembler
{
    private const string Os = "linux";

    public static BuiltImage Assemble(StageState state, IEnumerable<string> environment, BuildSettings settings)
    {
        var config = OciJson.Write(Document(state, environment, settings));
        var manifest = OciJson.Write(new OciManifest(
            SchemaVersion: 2,
            OciMediaTypes.Manifest,
            Descriptor(OciMediaTypes.Config, Digest.Compute(config), config.Length),
            [.. state.Layers.Select(layer => Descriptor(OciMediaTypes.Layer, layer.Digest, layer.Tar.Length))]));
        var identity = new ImageIdentity(settings.Name, Digest.Compute(config), Digest.Compute(manifest), $"{Os}/{settings.Architecture}");
        return new BuiltImage(identity, manifest, config, [.. state.Layers]);
    }

    private static OciDescriptor Descriptor(string mediaType, string digest, long size) =>
        new() { MediaType = mediaType, Digest = digest, Size = size };

    private static OciImageDocument Document(StageState state, IEnumerable<string> environment, BuildSettings settings) => new()
    {
        Created = settings.Created,
        Architecture = settings.Architecture,
        Os = Os,
        Config = Run(state, [.. environment]),
        RootFs = new OciRootFs("layers", [.. state.Layers.Select(layer => layer.Digest)]),
        History = [.. state.History],
    };

    private static OciRunConfig Run(StageState state, ImmutableArray<string> environment) => new()
    {
        User = state.User.Length == 0 ? null : state.User,
        ExposedPorts = state.ExposedPorts.Count == 0
            ? null
            : state.ExposedPorts.ToImmutableSortedDictionary(port => port, _ => new EmptyObject(), StringComparer.Ordinal),
        Env = environment.IsEmpty ? null : environment,
        Entrypoint = state.Entrypoint,
        Cmd = state.Command,
        Healthcheck = state.Healthcheck,
        WorkingDir = state.WorkingDirectory.Length == 0 ? null : state.WorkingDirectory,
        Labels = state.Labels.Count == 0 ? null : state.Labels,
    };
}
