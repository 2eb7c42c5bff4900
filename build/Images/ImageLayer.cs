namespace ContainerSecurity.Images;

/// <summary>One layer: its digests and its tar entries, read on demand from the archive.</summary>
/// <param name="Digest">Digest of the blob as stored, <c>sha256:…</c>.</param>
/// <param name="DiffId">Digest of the uncompressed tar, <c>sha256:…</c>.</param>
/// <param name="Bytes">Of the uncompressed tar.</param>
/// <param name="ReadEntries">
/// Reads the entries from the start, one after the other; an entry's content must be read before the next is asked for.
/// </param>
internal sealed record ImageLayer(string Digest, string DiffId, long Bytes, Func<IEnumerable<LayerEntry>> ReadEntries);
