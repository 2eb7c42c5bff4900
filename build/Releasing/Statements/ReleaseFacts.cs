using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.InToto;

namespace ContainerSecurity.Releasing.Statements;

/// <summary>What the statements of a release say.</summary>
internal sealed record ReleaseFacts
{
    public required ReleaseSource Source { get; init; }

    public required ImmutableArray<string> Rids { get; init; }

    /// <summary>All that is said holds for these: binaries, images, and what describes them.</summary>
    public required ImmutableArray<ResourceDescriptor> Subjects { get; init; }

    /// <summary>What it was judged by.</summary>
    public required ResourceDescriptor Policy { get; init; }

    /// <summary>What the gates were set up with besides.</summary>
    public required ImmutableArray<ResourceDescriptor> Configuration { get; init; }

    /// <summary>What it was built from.</summary>
    public required ImmutableArray<ResourceDescriptor> Dependencies { get; init; }

    /// <summary>The record of the run that judged, in which the verdict can be followed.</summary>
    public required ResourceDescriptor Record { get; init; }

    public required ScanReport Report { get; init; }

    public required Validity Validity { get; init; }

    /// <summary>What is verified; where it can be fetched is for others to say.</summary>
    public string ResourceUri => ResourceUriOf(Source.Version);

    public static string ResourceUriOf(string version) => $"pkg:generic/{ReleaseNames.Product}@{version}";
}
