using System.Text;
using System.Text.Json.Nodes;
using ContainerSecurity.Formats.InToto;

namespace Build.Tests.Releasing;

/// <summary>Statements of a release are exchanged, some of them by who can sign: another release's, another kind's, another content.</summary>
public sealed class StatementSubstitutionTests(ReleaseScene scene) : IClassFixture<ReleaseScene>
{
    private const string Vsa = "vsa.dsse.json";
    private const string Svr = "svr.dsse.json";
    private const string Tests = "test-result.dsse.json";
    private const string Provenance = "provenance.dsse.json";

    private static readonly Substitution[] All =
    [
        Substitution.Of("signed by somebody else", $"signatures: {Vsa}: the signature is not of this content by the key", on =>
        {
            on.Restate(Vsa, _ => { }, on.Thief);
            on.RehashAndSign();
        }),
        Substitution.Of(
            "the content is another, with the old signature", $"signatures: {Vsa}: the signature is not of this content",
            on => Forge(on, Vsa, "PASSED", "PASSED ")),
        Substitution.Of(
            "the type of the content is another, with the old signature", "signatures: vsa.dsse.json: the signature is not of this content",
            on =>
            {
                on.Replace(Vsa, "application/vnd.in-toto+json", "application/vnd.in-toto.vsa+json");
                on.RehashAndSign();
            }),
        Substitution.Of(
            "the type of the content is another, signed", $"statements: {Vsa} holds `text/plain`",
            on => on.Sign(Vsa, Envelope(on, Vsa) with { PayloadType = "text/plain" })),
        Substitution.Of("the signature is of another statement", $"signatures: {Vsa}: the signature is not of this content", on =>
            Write(on, Vsa, Envelope(on, Vsa) with { Signatures = Envelope(on, Svr).Signatures })),
        Substitution.Of("without signature", $"signatures: {Vsa} has 0 signatures", on => Write(on, Vsa, Envelope(on, Vsa) with { Signatures = [] })),
        Substitution.Of("signed twice", $"signatures: {Vsa} has 2 signatures", on =>
            Write(on, Vsa, Envelope(on, Vsa) with { Signatures = [.. Envelope(on, Vsa).Signatures, .. Envelope(on, Vsa).Signatures] })),
        Substitution.Of("two contents", $"envelopes: {Vsa} is no DSSE envelope", on =>
        {
            on.Replace(Vsa, "{\"payloadType\"", $"{{\"payload\":\"{Convert.ToBase64String(Encoding.UTF8.GetBytes("{}"))}\",\"payloadType\"");
            on.RehashAndSign();
        }),
        Substitution.Of("a member that no signature covers", $"envelopes: {Vsa} is no DSSE envelope: it has a member `note`", on =>
        {
            on.Replace(Vsa, "{\"payloadType\"", "{\"note\":1,\"payloadType\"");
            on.RehashAndSign();
        }),
        Substitution.Of("half an envelope", $"envelopes: {Vsa} is no DSSE envelope", on => on.Truncate(Vsa).RehashAndSign()),
        Substitution.Of(
            "no base64", $"envelopes: {Vsa} is no DSSE envelope",
            on => on.Replace(Vsa, "\"payload\":\"", "\"payload\":\"*").RehashAndSign()),
        Substitution.Of(
            "two equal names in what is signed", $"statements: {Vsa} is no in-toto statement",
            on => Resign(on, Vsa, "\"_type\"", "\"predicateType\": \"x\", \"_type\"")),
        Substitution.Of(
            "a statement of another version", $"statements: {Vsa} is no in-toto statement of version 1",
            on => Resign(on, Vsa, "Statement/v1", "Statement/v0.1")),
        Substitution.Of("one kind in the place of another", $"statements: {Vsa} is a statement of https://in-toto.io/attestation/svr", on =>
        {
            File.Copy(on[Svr], on[Vsa], overwrite: true);
            on.RehashAndSign();
        }),
        Substitution.Of(
            "another release's summary", $"subjects: {Vsa} speaks of `claude-code-proxy-1.9.0-linux-x64`",
            on => on.TakeOlder(Vsa).RehashAndSign()),
        Substitution.Of(
            "another release's provenance", $"subjects: {Provenance} speaks of `claude-code-proxy-1.9.0",
            on => on.TakeOlder(Provenance).RehashAndSign()),
        Substitution.Of("a digest of one subject is another", $"subjects: {Vsa} speaks of another claude-code-proxy-2.0.0-linux-x64: 00", on =>
            on.Restate(Vsa, json => json["subject"]![0]!["digest"]!["sha256"] = new string('0', 64))),
        Substitution.Of("a digest by a weaker algorithm besides", $"subjects: {Vsa} speaks of another", on =>
            on.Restate(Vsa, json => json["subject"]![0]!["digest"]!["md5"] = new string('0', 32))),
        Substitution.Of(
            "one subject less", $"subjects: {Tests} does not speak of",
            on => on.Restate(Tests, json => json["subject"]!.AsArray().RemoveAt(0))),
        Substitution.Of("one subject more", $"subjects: {Svr} speaks of `malware`", on =>
            on.Restate(Svr, json => json["subject"]!.AsArray().Add(ResourceDescriptor.Create("malware", new string('0', 64)).ToJson()))),
        Substitution.Of("one subject twice", $"subjects: {Svr} speaks of `claude-code-proxy-2.0.0-linux-x64`", on =>
            on.Restate(Svr, json => json["subject"]!.AsArray().Add(json["subject"]![0]!.DeepClone()))),
        Substitution.Of("another version", $"source: {Provenance} is of version 3.0.0", on =>
            on.Restate(Provenance, json => Parameters(json)["version"] = "3.0.0")),
        Substitution.Of("a parameter that nobody knows", $"source: {Provenance}: it was built with the parameter `patch`", on =>
            on.Restate(Provenance, json => Parameters(json)["patch"] = "evil.diff")),
        Substitution.Of("another commit", $"source: {Provenance}: its source is not among", on =>
            on.Restate(Provenance, json => Parameters(json)["source"] = $"swh:1:rev:{new string('c', 40)}")),
        Substitution.Of("another way to build", $"source: {Provenance}: it was built as urn:other", on =>
            on.Restate(Provenance, json => json["predicate"]!["buildDefinition"]!["buildType"] = "urn:other")),
        Substitution.Of("one platform less", $"source: {Provenance} tells of linux-x64,", on =>
            on.Restate(Provenance, json => Parameters(json)["platforms"] = new JsonArray("linux-x64"))),
        Substitution.Of("judged at another commit", $"source: {Vsa} judged by swh:1:rev:{new string('b', 40)}", on =>
            on.Restate(Vsa, json => json["predicate"]!["policy"]!["uri"] = $"swh:1:rev:{new string('b', 40)};path=/build/policy.yaml")),
        Substitution.Of(
            "about another resource", $"source: {Vsa} is about pkg:generic/other",
            on => on.Restate(Vsa, json => json["predicate"]!["resourceUri"] = "pkg:generic/other@2.0.0")),
        Substitution.Of("another policy", $"policy: {Svr} judged by a policy with another digest", on =>
            on.Restate(Svr, json => json["predicate"]!["verifier"]!["policies"]![0]!["digest"]!["sha256"] = new string('0', 64))),
        Substitution.Of("no policy", $"policy: {Svr} judged by a policy with another digest", on =>
            on.Restate(Svr, json => json["predicate"]!["verifier"]!["policies"] = new JsonArray())),
        Substitution.Of(
            "the verdict is another", $"verdict: {Vsa} says FAILED",
            on => on.Restate(Vsa, json => json["predicate"]!["verificationResult"] = "FAILED")),
        Substitution.Of("one property more", $"verdict: {Svr} names other properties", on =>
            on.Restate(Svr, json => json["predicate"]!["properties"]!.AsArray().Add("SLSA_BUILD_LEVEL_3"))),
        Substitution.Of("a failed test", $"verdict: {Tests} says that a test failed", on =>
            on.Restate(Tests, json => json["predicate"]!["failedTests"] = new JsonArray("gate lint"))),
        Substitution.Of(
            "one test less", $"verdict: {Tests} names 8 tests",
            on => on.Restate(Tests, json => json["predicate"]!["passedTests"]!.AsArray().RemoveAt(0))),
        Substitution.Of("a longer validity", $"validity: {Vsa} says that it holds from", on =>
            on.Restate(Vsa, json => json["predicate"]!["urn:claude-code-proxy:valid-until"] = "2099-01-01T00:00:00Z")),
        Substitution.Of("a later verification", $"validity: {Svr} is of 2026-11-02", on =>
            on.Restate(Vsa, json => json["predicate"]!["timeVerified"] = "2026-11-09T00:00:00Z")),
        Substitution.Of(
            "no time of verification", $"validity: {Vsa}: `timeVerified` is no time",
            on => on.Restate(Vsa, json => json["predicate"]!.AsObject().Remove("timeVerified"))),
    ];

    public static TheoryData<Substitution> Cases => [.. All];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_refused_with_its_reason(Substitution done) =>
        Assert.StartsWith(done.Refusal, scene.RefusalAfter(All.Single(one => one.What == done.What).Do), StringComparison.Ordinal);

    private static JsonObject Parameters(JsonObject statement) => statement["predicate"]!["buildDefinition"]!["externalParameters"]!.AsObject();

    private static DsseEnvelope Envelope(Tampering on, string file) => DsseEnvelope.Read(file, File.ReadAllBytes(on[file]));

    private static void Write(Tampering on, string file, DsseEnvelope envelope)
    {
        File.WriteAllBytes(on[file], envelope.Write());
        on.RehashAndSign();
    }

    private static void Forge(Tampering on, string file, string text, string by) => Write(on, file, Changed(on, file, text, by));

    private static void Resign(Tampering on, string file, string text, string by) => on.Sign(file, Changed(on, file, text, by));

    private static DsseEnvelope Changed(Tampering on, string file, string text, string by)
    {
        var envelope = Envelope(on, file);
        var payload = Encoding.UTF8.GetString(envelope.Payload.AsSpan());
        Assert.Contains(text, payload, StringComparison.Ordinal);
        return envelope with { Payload = [.. Encoding.UTF8.GetBytes(payload.Replace(text, by, StringComparison.Ordinal))] };
    }
}
