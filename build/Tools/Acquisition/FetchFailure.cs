namespace ContainerSecurity.Tools.Acquisition;

/// <summary>Why a source did not provide a file; not a file that failed its check.</summary>
/// <param name="Reason">For the report.</param>
/// <param name="IsUnreachable">The host did not respond, so trying it again at once would only cost time.</param>
internal sealed record FetchFailure(string Reason, bool IsUnreachable = false);
