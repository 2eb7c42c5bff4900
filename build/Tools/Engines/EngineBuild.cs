using System.Collections.Immutable;

namespace ContainerSecurity.Tools.Engines;

/// <summary>One stage of a Dockerfile, to be built under a tag.</summary>
internal sealed record EngineBuild(string Dockerfile, string Stage, string Tag, string Context)
{
    /// <summary>Values of ARGs.</summary>
    public ImmutableSortedDictionary<string, string> Arguments { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
