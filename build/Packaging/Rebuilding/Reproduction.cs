using System.Collections.Immutable;

namespace ContainerSecurity.Packaging.Rebuilding;

/// <summary>What another builder made of the same sources, compared with ours.</summary>
/// <param name="Builder">Who, in few words.</param>
/// <param name="Subject">What was to be reproduced.</param>
/// <param name="Differences">A sentence each; empty when every bit is the same.</param>
internal sealed record Reproduction(string Builder, BuiltSubject Subject, ImmutableArray<string> Differences);

/// <summary>The results of one build.</summary>
/// <param name="Binary">Digest of the binary, <c>sha256:…</c>.</param>
/// <param name="Image">Digest of the image's manifest, <c>sha256:…</c>.</param>
internal sealed record BuiltSubject(string Rid, string Binary, string Image);
