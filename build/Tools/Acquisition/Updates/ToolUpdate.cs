using System.Collections.Immutable;

namespace ContainerSecurity.Tools.Acquisition.Updates;

/// <summary>What may be done about one tool of the lock file.</summary>
/// <param name="Tool">Name of the entry.</param>
/// <param name="Current">The version that is pinned now.</param>
internal sealed record ToolUpdate(string Tool, string Current)
{
    /// <summary>The newest version that is old enough; null when the current one is.</summary>
    public PublishedVersion? Chosen { get; init; }

    /// <summary>Newer ones that are refused: younger than <see cref="CoolDown.Period"/>.</summary>
    public ImmutableArray<PublishedVersion> TooYoung { get; init; } = [];

    /// <summary>The proposed entry as JSON, each digest with its source.</summary>
    public string? Entry { get; init; }

    /// <summary>Why no proposal could be made.</summary>
    public string? Problem { get; init; }
}
