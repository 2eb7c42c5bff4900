namespace ContainerSecurity.Tools.Trivy.Database;

/// <summary>The requirements on the vulnerability database.</summary>
/// <param name="MaxAge">The largest accepted age.</param>
/// <param name="Repository">
/// The only repository from which it is downloaded; with a digest exactly that database. Null for the public mirrors.
/// </param>
/// <param name="Offline">Never touch the network.</param>
internal sealed record DatabaseSettings(TimeSpan MaxAge, string? Repository, bool Offline)
{
    /// <summary>Also ask mirrors that did not answer a while ago.</summary>
    public bool RetryUnreachable { get; init; }
}
