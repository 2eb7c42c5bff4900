using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Images;
using ContainerSecurity.Releasing;

namespace ContainerSecurity;

/// <summary>What tasks pass on to later tasks of the same run.</summary>
public sealed class BuildState
{
    /// <summary>The images to check, one for each platform; when empty, the reason is in <see cref="ImageMissing"/>.</summary>
    internal ImmutableArray<ContainerImage> Images { get; set; } = [];

    /// <summary>The first of <see cref="Images"/>; the only one when the suite built it.</summary>
    internal ContainerImage? Image => Images.FirstOrDefault();

    /// <summary>OCI layout directory or docker-archive of <see cref="Images"/>.</summary>
    internal string? ImagePath { get; set; }

    internal string? ImageMissing { get; set; }

    /// <summary>Why the built-in builder could not build the image, with lines of the Dockerfile.</summary>
    internal ImmutableArray<Finding> BuilderFindings { get; set; } = [];

    /// <summary>What a release is made of; null in runs that release nothing.</summary>
    internal ReleaseSource? Release { get; set; }

    /// <summary>The target that was asked for.</summary>
    internal string? Target { get; set; }

    /// <summary>Set by the task that runs the gates; decides the exit code of the run.</summary>
    internal int? ExitCode { get; set; }

    /// <summary>Whether this run has tasks that judge, and so reports; null until that is known.</summary>
    internal bool? Judges { get; set; }

    /// <summary>The record of an earlier run to compare with.</summary>
    internal ScanReport? Before { get; set; }

    /// <summary>What ended the run before the gates had judged.</summary>
    internal string? Failure { get; set; }
}
