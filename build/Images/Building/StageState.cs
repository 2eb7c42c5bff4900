using System.Collections.Immutable;
using ContainerSecurity.Images.Oci;

namespace ContainerSecurity.Images.Building;

/// <summary>The state of a stage after the instructions so far.</summary>
internal sealed class StageState
{
    public string User { get; set; } = "";

    public string WorkingDirectory { get; set; } = "";

    public ImmutableArray<string>? Entrypoint { get; set; }

    public ImmutableArray<string>? Command { get; set; }

    public OciHealthcheck? Healthcheck { get; set; }

    public SortedSet<string> ExposedPorts { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, string> Labels { get; } = new(StringComparer.Ordinal);

    public ImageTree Tree { get; } = new();

    public List<BuiltLayer> Layers { get; } = [];

    public List<OciHistory> History { get; } = [];
}
