using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.InToto;

namespace ContainerSecurity.Releasing.Statements;

/// <summary>What is said of a release: how it was built, what it was judged by, and what came of it.</summary>
internal static class ReleaseStatements
{
    /// <summary>What judged; another number when it judges by other rules.</summary>
    public const string Verifier = "urn:claude-code-proxy:container-security-suite:v1";

    /// <summary>How a build is done (docs/release.md).</summary>
    public const string BuildType = "urn:claude-code-proxy:build:v1";

    /// <summary>The verification summary has no field for its end; fields of one's own have names that are URIs.</summary>
    public const string ValidUntil = "urn:claude-code-proxy:valid-until";

    /// <summary>Whose properties they are (in-toto/attestation, spec/predicates/svr.md).</summary>
    public const string Prefix = "CONTAINER_SECURITY_";

    public const string Passed = "PASSED";

    /// <returns>Each statement by the name of its file.</returns>
    public static ImmutableArray<(string Name, InTotoStatement Statement)> Create(ReleaseFacts facts) =>
    [
        (ReleaseNames.Provenance, new InTotoStatement(facts.Subjects, PredicateTypes.Provenance, Provenance(facts))),
        (ReleaseNames.VerificationSummary, new InTotoStatement(facts.Subjects, PredicateTypes.VerificationSummary, Summary(facts))),
        (ReleaseNames.SimpleVerificationResult, new InTotoStatement(facts.Subjects, PredicateTypes.SimpleVerificationResult, Result(facts))),
        (ReleaseNames.TestResult, new InTotoStatement(facts.Subjects, PredicateTypes.TestResult, Tests(facts).ToJson())),
    ];

    private static JsonObject Provenance(ReleaseFacts facts)
    {
        var parameters = new JsonObject
        {
            ["version"] = facts.Source.Version,
            ["source"] = facts.Source.Uri,
            ["platforms"] = Texts(facts.Rids),
        };
        if (facts.Source.Ref is { } tag)
            parameters["ref"] = tag;
        return new JsonObject
        {
            ["buildDefinition"] = new JsonObject
            {
                ["buildType"] = BuildType,
                ["externalParameters"] = parameters,
                ["resolvedDependencies"] = Descriptors(
                    [ResourceDescriptor.At(facts.Source.Uri, "gitCommit", facts.Source.Commit), .. facts.Dependencies]),
            },
            ["runDetails"] = new JsonObject
            {
                ["builder"] = new JsonObject { ["id"] = facts.Source.Builder },
                ["byproducts"] = Descriptors([facts.Record]),
            },
        };
    }

    private static JsonObject Summary(ReleaseFacts facts) => new()
    {
        ["verifier"] = new JsonObject
        {
            ["id"] = Verifier,
            ["version"] = new JsonObject(facts.Report.Gates.Where(gate => gate.EngineVersion is not null).Select(
                gate => KeyValuePair.Create<string, JsonNode?>($"{gate.Name}: {gate.Engine}", gate.EngineVersion))),
        },
        ["timeVerified"] = Validity.Format(facts.Validity.From),
        ["resourceUri"] = facts.ResourceUri,
        ["policy"] = facts.Policy.ToJson(),
        ["verificationResult"] = facts.Report.Verdict == Verdict.Pass ? Passed : "FAILED",
        // That there is provenance is all that level 1 asks for; what the builder itself is worth, its own attestation says.
        ["verifiedLevels"] = Texts(facts.Report.Verdict == Verdict.Pass ? ["SLSA_BUILD_LEVEL_1"] : ["FAILED"]),
        ["slsaVersion"] = "1.2",
        [ValidUntil] = Validity.Format(facts.Validity.Until),
    };

    private static JsonObject Result(ReleaseFacts facts) => new()
    {
        ["verifier"] = new JsonObject { ["id"] = Verifier, ["policies"] = Descriptors([facts.Policy]) },
        ["timeCreated"] = Validity.Format(facts.Validity.From),
        ["properties"] = Texts(PropertiesOf(facts.Report)),
    };

    /// <summary>What passed, by gate and by claim: <c>CONTAINER_SECURITY_GATE_LINT</c>, <c>CONTAINER_SECURITY_CLAIM_CT_1_1</c>.</summary>
    public static ImmutableArray<string> PropertiesOf(ScanReport report) =>
    [
        .. report.Gates.Where(gate => gate.Verdict == Verdict.Pass).Select(gate => Property("GATE", gate.Name)),
        .. report.Claims.Where(claim => claim.Verdict == Verdict.Pass).Select(claim => Property("CLAIM", claim.Id)),
    ];

    /// <summary>The tests are the gates and the claims.</summary>
    private static TestResult Tests(ReleaseFacts facts)
    {
        var tests = facts.Report.Gates.Select(gate => (Name: $"gate {gate.Name}", gate.Verdict))
            .Concat(facts.Report.Claims.Select(claim => (Name: $"claim {claim.Id} {claim.Name}", claim.Verdict)))
            .ToLookup(test => test.Verdict == Verdict.Pass, test => test.Name);
        return new TestResult([facts.Policy, .. facts.Configuration], [.. tests[true]], [.. tests[false]]);
    }

    private static string Property(string kind, string name) =>
        $"{Prefix}{kind}_{string.Concat(name.ToUpperInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'))}";

    private static JsonArray Descriptors(IEnumerable<ResourceDescriptor> descriptors) => new([.. descriptors.Select(each => each.ToJson())]);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
