using System.Collections.Immutable;
using ContainerSecurity.Packaging;

namespace ContainerSecurity.Releasing;

/// <summary>How the files of a release are called.</summary>
internal sealed record ReleaseNames(string Version)
{
    public const string Product = "claude-code-proxy";
    public const string Checksums = "SHA256SUMS";

    /// <summary>Of <see cref="Checksums"/>, in DER.</summary>
    public const string Signature = "SHA256SUMS.sig";

    public const string Guide = "VERIFY.md";

    /// <summary>The proxy as a feature of other devcontainers.</summary>
    public const string Feature = FeatureArchive.Name;

    /// <summary>The policy that was judged by.</summary>
    public const string Policy = "policy.yaml";

    /// <summary>The record of the run that judged.</summary>
    public const string Record = "scan.json";

    public const string Provenance = "provenance.dsse.json";
    public const string VerificationSummary = "vsa.dsse.json";
    public const string SimpleVerificationResult = "svr.dsse.json";
    public const string TestResult = "test-result.dsse.json";

    public static ImmutableArray<string> Statements { get; } = [Provenance, VerificationSummary, SimpleVerificationResult, TestResult];

    /// <summary>What may lie in a release besides: other forms of the record.</summary>
    public static ImmutableArray<string> Reports { get; } = ["scan.md", "scan.sarif", "junit.xml", "index.html", "hadolint.json"];

    /// <summary>The images of all platforms in one OCI index, as an OCI layout in a tar.</summary>
    public string ImageArchive => $"{Product}-{Version}-image.tar";

    public string Binary(string rid) => $"{Product}-{Version}-{rid}";

    public string CycloneDx(string rid) => $"{Binary(rid)}.cdx.json";

    public string Spdx(string rid) => $"{Binary(rid)}.spdx.json";

    /// <summary>What must lie in a release for these platforms.</summary>
    public ImmutableArray<string> Required(IEnumerable<string> rids) =>
    [
        .. rids.SelectMany(rid => (string[])[Binary(rid), CycloneDx(rid), Spdx(rid)]),
        ImageArchive, Feature, Policy, Record, Guide, .. Statements,
    ];
}
