namespace ContainerSecurity.Tools.Acquisition;

/// <summary>Why a source could not give a file. Nothing was wrong with any file: there was none.</summary>
/// <param name="Why">For the report.</param>
/// <param name="Unreachable">Nothing answered, so asking the same host again at once would only cost time.</param>
internal sealed record SourceMiss(string Why, bool Unreachable = false);
