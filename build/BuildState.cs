using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Images;

namespace ContainerSecurity;

/// <summary>What tasks hand on to later tasks of the same run.</summary>
public sealed class BuildState
{
    /// <summary>The image to judge; null with a reason in <see cref="ImageMissing"/>.</summary>
    internal ContainerImage? Image { get; set; }

    /// <summary>OCI layout directory or docker-archive of <see cref="Image"/>.</summary>
    internal string? ImagePath { get; set; }

    internal string? ImageMissing { get; set; }

    /// <summary>What kept the built-in builder from building, with lines of the Dockerfile.</summary>
    internal ImmutableArray<Finding> BuilderFindings { get; set; } = [];

    /// <summary>Set by the task that judges; decides the exit code of the run.</summary>
    internal int? ExitCode { get; set; }
}
