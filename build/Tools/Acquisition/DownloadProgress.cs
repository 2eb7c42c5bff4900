namespace ContainerSecurity.Tools.Acquisition;

/// <summary>How far a fetch is.</summary>
/// <param name="FileName">The file that is fetched.</param>
/// <param name="Received">Bytes so far.</param>
/// <param name="Total">Bytes in all, when the sender says so.</param>
internal sealed record DownloadProgress(string FileName, long Received, long? Total);
