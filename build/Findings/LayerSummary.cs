namespace ContainerSecurity.Findings;

/// <summary>How large a layer is, and what made it.</summary>
/// <param name="DiffId">Digest of the uncompressed tar, <c>sha256:…</c>.</param>
/// <param name="Bytes">Of the uncompressed tar.</param>
/// <param name="CreatedBy">The line of the image's history; null where it has none.</param>
public sealed record LayerSummary(string DiffId, long Bytes, string? CreatedBy);
