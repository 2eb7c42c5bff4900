namespace ContainerSecurity.Tools.Acquisition;

/// <summary>Why a source could not give a file. Nothing was wrong with any file: there was none.</summary>
/// <param name="Reason">For the report.</param>
/// <param name="IsUnreachable">Nothing answered, so asking the same host again at once would only cost time.</param>
internal sealed record FetchFailure(string Reason, bool IsUnreachable = false);
