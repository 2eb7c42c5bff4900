using System.Collections.Immutable;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>The settings of the user's <c>trivy.yaml</c>, validated.</summary>
internal sealed record TrivyConfig
{
    public ImmutableArray<string> SkipFolders { get; init; } = [];

    public ImmutableArray<string> SkipFiles { get; init; } = [];

    public ImmutableArray<string> PackageTypes { get; init; } = ["os", "library"];

    public bool IgnoreUnfixed { get; init; }

    /// <summary>Absolute path of the user's own settings for secrets.</summary>
    public string? SecretConfig { get; init; }

    /// <summary>The text of the configuration file that Trivy receives, with harmless settings only.</summary>
    public string Generated { get; init; } = "";

    /// <summary>Each setting that makes Trivy check less, with its reason, for the coverage of every gate that uses it.</summary>
    public ImmutableArray<string> Narrowed { get; init; } = [];
}
