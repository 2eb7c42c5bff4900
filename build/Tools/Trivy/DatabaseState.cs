namespace ContainerSecurity.Tools.Trivy;

/// <summary>The vulnerability database as it lies in the cache.</summary>
/// <param name="Folder">Null when there is none that can be used; <see cref="Missing"/> says why.</param>
/// <param name="UpdatedAt">When its makers built it, not when it was fetched.</param>
internal sealed record DatabaseState(string? Folder, DateTimeOffset? UpdatedAt, string? Missing)
{
    /// <summary>Why no newer one was fetched; null when none was needed.</summary>
    public string? NotRefreshed { get; init; }
}
