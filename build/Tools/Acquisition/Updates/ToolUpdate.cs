using System.Collections.Immutable;

namespace ContainerSecurity.Tools.Acquisition.Updates;

/// <summary>The available update of one tool of the lock file.</summary>
/// <param name="Tool">Name of the entry.</param>
/// <param name="Current">The pinned version.</param>
internal sealed record ToolUpdate(string Tool, string Current)
{
    /// <summary>The newest version that is old enough; null when the current one is the newest.</summary>
    public PublishedVersion? Chosen { get; init; }

    /// <summary>Newer versions that are not proposed because they are younger than <see cref="CoolDown.Period"/>.</summary>
    public ImmutableArray<PublishedVersion> TooYoung { get; init; } = [];

    /// <summary>The proposed entry as JSON, each digest with its source.</summary>
    public string? Entry { get; init; }

    /// <summary>Why there is no proposal.</summary>
    public string? Problem { get; init; }
}
