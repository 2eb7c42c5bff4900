namespace ContainerSecurity.Tools.Acquisition;

/// <summary>The progress of a download.</summary>
/// <param name="FileName">The file that is downloaded.</param>
/// <param name="Received">Bytes so far.</param>
/// <param name="Total">Total bytes, when the server states them.</param>
internal sealed record DownloadProgress(string FileName, long Received, long? Total);
