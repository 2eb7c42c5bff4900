namespace ContainerSecurity.Tools.Trivy.Database;

/// <summary>What is asked of the vulnerability database.</summary>
/// <param name="MaxAge">How old it may be.</param>
/// <param name="Repository">Where it is fetched from, and only from there; with a digest exactly that one. Null for the usual places.</param>
/// <param name="Offline">Never touch the network.</param>
internal sealed record DatabaseSettings(TimeSpan MaxAge, string? Repository, bool Offline);
