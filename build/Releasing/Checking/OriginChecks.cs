using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.InToto;
using ContainerSecurity.Releasing.Statements;

namespace ContainerSecurity.Releasing.Checking;

/// <summary>One version, one commit and one policy, whichever part of a release is asked.</summary>
internal static class OriginChecks
{
    /// <exception cref="InputException">Parts of several releases.</exception>
    public static string Source(ReleaseFolder release, StatementSet statements, ReleasedIndex index)
    {
        var (version, provenance) = (release.Names.Version, ProvenanceFacts.Read(statements.Provenance.Predicate));
        ImmutableArray<(string Where, string? Version)> versions =
        [
            (ReleaseNames.Provenance, provenance.Version),
            .. index.Images.Select(image => ($"the image for {image.Rid}", image.Version)),
            .. index.Images.Select(image => (release.Names.CycloneDx(image.Rid), (string?)image.Document.Product.Version)),
        ];
        if (versions.FirstOrDefault(one => one.Version != version) is { Where: { } where } other)
            throw new InputException($"{where} is of version {other.Version ?? "(none)"}, the files are named for {version}.");
        if (Text(statements.Summary.Predicate, "resourceUri") is var uri && uri != ReleaseFacts.ResourceUriOf(version))
            throw new InputException($"{ReleaseNames.VerificationSummary} is about {uri}, not about version {version}.");
        if (!provenance.Rids.Order().SequenceEqual(release.Rids.Order()))
        {
            throw new InputException(
                $"{ReleaseNames.Provenance} tells of {string.Join(", ", provenance.Rids)}, here lie {string.Join(", ", release.Rids)}.");
        }

        if (!provenance.Source.Contains(provenance.Commit, StringComparison.Ordinal))
            throw new InputException($"{ReleaseNames.Provenance}: the source {provenance.Source} is not the commit {provenance.Commit}.");
        foreach (var (name, policies) in PoliciesOf(statements))
        {
            if (policies.FirstOrDefault(policy => policy.Uri?.StartsWith(provenance.Source, StringComparison.Ordinal) != true) is { } elsewhere)
                throw new InputException($"{name} judged by {elsewhere.Uri}, which is not of the commit {provenance.Commit} that was built.");
        }

        return $"version {version}, commit {provenance.Commit}, {provenance.Ref ?? "no tag"}, built by {provenance.Builder}";
    }

    /// <param name="trusted">The policy that the user named; null without one.</param>
    /// <exception cref="InputException">Judged by another policy than the one that lies here, or that the user named.</exception>
    public static string Policy(ReleaseFolder release, StatementSet statements, byte[]? trusted)
    {
        var digest = release.DigestOf(ReleaseNames.Policy);
        foreach (var (name, policies) in PoliciesOf(statements))
        {
            if (policies is not [var policy, ..] || policy.Sha256 != digest)
                throw new InputException($"{name} judged by a policy with another digest than {ReleaseNames.Policy} here ({digest}).");
        }

        if (trusted is null)
            return $"sha256 {digest}, the one that lies here; name the one that you expect with --policy=FILE";
        return release.ReadAll(ReleaseNames.Policy).AsSpan().SequenceEqual(trusted)
            ? $"sha256 {digest}, the one that you named"
            : throw new InputException($"It was judged by another policy (sha256 {digest}) than the one that you named.");
    }

    /// <summary>In each statement that names one, the policy first.</summary>
    private static IEnumerable<(string Name, ImmutableArray<ResourceDescriptor> Policies)> PoliciesOf(StatementSet statements) =>
    [
        (ReleaseNames.VerificationSummary, Descriptors(new JsonArray(statements.Summary.Predicate["policy"]?.DeepClone()))),
        (ReleaseNames.SimpleVerificationResult, Descriptors(statements.Result.Predicate["verifier"]?["policies"])),
        (ReleaseNames.TestResult, Descriptors(statements.Tests.Predicate["configuration"])),
    ];

    private static ImmutableArray<ResourceDescriptor> Descriptors(JsonNode? json) =>
        [.. (json as JsonArray ?? []).OfType<JsonObject>().Select(ResourceDescriptor.Read)];

    private static string? Text(JsonObject json, string name) => json[name]?.GetValue<string>();
}
