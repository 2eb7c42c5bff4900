using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Images;

namespace ContainerSecurity;

/// <summary>What tasks hand on to later tasks of the same run.</summary>
public sealed class BuildState
{
    /// <summary>What to judge, an image for each platform; empty with a reason in <see cref="ImageMissing"/>.</summary>
    internal ImmutableArray<ContainerImage> Images { get; set; } = [];

    /// <summary>The first of <see cref="Images"/>, and the only one where the suite built it.</summary>
    internal ContainerImage? Image => Images.FirstOrDefault();

    /// <summary>OCI layout directory or docker-archive of <see cref="Images"/>.</summary>
    internal string? ImagePath { get; set; }

    internal string? ImageMissing { get; set; }

    /// <summary>What kept the built-in builder from building, with lines of the Dockerfile.</summary>
    internal ImmutableArray<Finding> BuilderFindings { get; set; } = [];

    /// <summary>Set by the task that judges; decides the exit code of the run.</summary>
    internal int? ExitCode { get; set; }
}
