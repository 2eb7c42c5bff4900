namespace ContainerSecurity.Formats.InToto;

/// <summary>The kinds of statements that are made here, each with its specification.</summary>
internal static class PredicateTypes
{
    /// <summary>How an artifact was built (slsa.dev/spec/v1.2/build-provenance).</summary>
    public const string Provenance = "https://slsa.dev/provenance/v1";

    /// <summary>That a verifier judged an artifact by a policy (slsa.dev/spec/v1.2/verification_summary).</summary>
    public const string VerificationSummary = "https://slsa.dev/verification_summary/v1";

    /// <summary>Which properties a verifier found (in-toto/attestation, spec/predicates/svr.md).</summary>
    public const string SimpleVerificationResult = "https://in-toto.io/attestation/svr/v0.2";

    /// <summary>Which tests passed (in-toto/attestation, spec/predicates/test-result.md).</summary>
    public const string TestResult = "https://in-toto.io/attestation/test-result/v0.1";
}
