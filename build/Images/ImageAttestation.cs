namespace ContainerSecurity.Images;

/// <summary>What an index says about its images beside them: provenance, a bill of materials, a signature, a chart.</summary>
/// <param name="Digest">Of the blob, <c>sha256:…</c>.</param>
/// <param name="Kind">Its predicate type or media type.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Open">Opens the blob.</param>
internal sealed record ImageAttestation(string Digest, string Kind, long Size, Func<Stream> Open);
