using System.Collections.Immutable;

namespace ContainerSecurity.Images;

/// <summary>A health check: <c>CMD</c> or <c>CMD-SHELL</c> first in <see cref="Test"/>; durations null when unset.</summary>
internal sealed record Healthcheck(ImmutableArray<string> Test)
{
    public TimeSpan? Interval { get; init; }

    public TimeSpan? Timeout { get; init; }

    public TimeSpan? StartPeriod { get; init; }

    public int? Retries { get; init; }
}
