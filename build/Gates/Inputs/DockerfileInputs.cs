using System.Collections.Immutable;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Gates.Inputs;

/// <summary>The Dockerfiles of a checkout, and what looks like one and is not judged.</summary>
/// <param name="Sources">In the order of paths; those that stand in other files too.</param>
/// <param name="NotJudged">Each with its reason, in order.</param>
internal sealed record DockerfileInputs(ImmutableArray<DockerfileSource> Sources, ImmutableArray<NotJudged> NotJudged);

/// <summary>A file that looks like input, or is named as one, and why no gate judges it.</summary>
internal sealed record NotJudged(string Path, string Why)
{
    public string Written => $"{Path}: {Why}";
}
