using System.Text.Json.Nodes;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.InToto;

namespace Build.Tests.Releasing;

/// <summary>What lies in a release, and that it is the same when it is made twice.</summary>
public sealed class ReleaseWriterTests(ReleaseScene scene) : IClassFixture<ReleaseScene>
{
    [Fact]
    public void Two_runs_of_one_commit_give_the_same_bytes_with_their_signatures()
    {
        using var again = SampleRelease.Create(scene.KeyFiles.Signing, change: Later);

        Assert.Equal(Names(scene.Release), Names(again));
        Assert.All(Names(again), file => Assert.Equal(File.ReadAllBytes(scene.Release[file]), File.ReadAllBytes(again[file])));
    }

    [Fact]
    public void Another_commit_gives_another_release()
    {
        using var other = SampleRelease.Create(scene.KeyFiles.Signing, commit: 'c');

        Assert.NotEqual(File.ReadAllBytes(scene.Release["provenance.dsse.json"]), File.ReadAllBytes(other["provenance.dsse.json"]));
    }

    [Fact]
    public void It_holds_what_the_contract_names() => Assert.Equal(
        [
            "SHA256SUMS", "SHA256SUMS.sig", "VERIFY.md", "claude-code-proxy-2.0.0-image.tar",
            "claude-code-proxy-2.0.0-linux-arm64", "claude-code-proxy-2.0.0-linux-arm64.cdx.json", "claude-code-proxy-2.0.0-linux-arm64.spdx.json",
            "claude-code-proxy-2.0.0-linux-x64", "claude-code-proxy-2.0.0-linux-x64.cdx.json", "claude-code-proxy-2.0.0-linux-x64.spdx.json",
            "devcontainer-feature-claude-code-proxy.tgz",
            "policy.yaml", "provenance.dsse.json", "svr.dsse.json", "test-result.dsse.json", "vsa.dsse.json",
        ],
        Names(scene.Release).Except(["scan.json", "scan.md", "scan.sarif", "junit.xml", "index.html", "hadolint.json"]));

    [Fact]
    public void The_provenance_says_what_it_was_built_from()
    {
        var definition = Predicate("provenance.dsse.json")["buildDefinition"]!;
        var dependencies = definition["resolvedDependencies"]!.AsArray().Select(each => each!.ToJsonString()).ToList();

        Assert.Equal("refs/tags/v2.0.0", definition["externalParameters"]!["ref"]!.GetValue<string>());
        Assert.Contains($$$"""{"uri":"swh:1:rev:{{{new string('a', 40)}}}","digest":{"gitCommit":"{{{new string('a', 40)}}}"}}""", dependencies);
        Assert.Contains(
            $$$"""{"name":"Runtime.linux-arm64","uri":"pkg:nuget/Runtime.linux-arm64@10.0.12","digest":{"sha512":"{{{new string('5', 128)}}}"}}""",
            dependencies);
        Assert.Contains(dependencies, each => each.Contains("pkg:deb/debian/libc6@2.36"));
        Assert.Equal("""{"id":"urn:claude-code-proxy:builder:own-machine"}""", Details()["builder"]!.ToJsonString());
    }

    [Fact]
    public void The_summary_has_all_that_its_specification_requires()
    {
        var summary = Predicate("vsa.dsse.json");

        Assert.All(["verifier", "resourceUri", "policy", "verificationResult", "verifiedLevels"], member => Assert.NotNull(summary[member]));
        Assert.Equal("PASSED", summary["verificationResult"]!.GetValue<string>());
        Assert.Equal("2026-11-02T08:00:00Z", summary["timeVerified"]!.GetValue<string>());
        Assert.Equal("2027-01-31T08:00:00Z", summary["urn:claude-code-proxy:valid-until"]!.GetValue<string>());
    }

    [Fact]
    public void The_result_names_gates_and_claims_as_properties()
    {
        var properties = Predicate("svr.dsse.json")["properties"]!.AsArray().Select(property => property!.GetValue<string>()).ToList();

        Assert.Contains("CONTAINER_SECURITY_GATE_VULNERABILITIES", properties);
        Assert.Contains("CONTAINER_SECURITY_CLAIM_CT_1_1", properties);
        Assert.Equal(9, properties.Count);
    }

    [Fact]
    public void What_attests_it_without_a_key_lies_beside_it()
    {
        var folder = scene.Release.Paths.Attest;
        var types = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "types.json")))!.AsObject();
        var subjects = File.ReadAllLines(Path.Combine(folder, "subjects.sha256"));

        Assert.Equal(["provenance.json", "vsa.json", "svr.json", "test-result.json"], types.Select(type => type.Key));
        Assert.All(types, type => Assert.Equal(
            Predicate(type.Key.Replace(".json", ".dsse.json", StringComparison.Ordinal)).ToJsonString(),
            JsonNode.Parse(File.ReadAllText(Path.Combine(folder, type.Key)))!.ToJsonString()));
        Assert.Equal(10, subjects.Length);
        Assert.All(subjects, line => Assert.Matches("^[0-9a-f]{64}  [A-Za-z0-9._-]+$", line));
    }

    [Fact]
    public void A_failure_leaves_nothing_half()
    {
        using var sample = SampleRelease.Create(scene.KeyFiles.Signing);
        File.Delete(sample.Paths.Binary("linux-arm64"));

        Assert.ThrowsAny<IOException>(() => sample.WriteAgain(scene.KeyFiles.Signing));

        Assert.Equal([sample.Path], Directory.GetDirectories(sample.Paths.Output, "*release*"));
    }

    /// <summary>Another run has other durations, and its database is an hour older.</summary>
    private static ScanReport Later(ScanReport run) => run with
    {
        Gates = [.. run.Gates.Select(gate => gate with
        {
            Duration = TimeSpan.FromSeconds(9),
            Coverage = gate.Name == "vulnerabilities"
                ? Coverage.None.Text("database", gate.Coverage.Facts["database"].ToString()!).Count("databaseAgeHours", 4).Say("database 4 h old")
                : gate.Coverage,
        })],
    };

    private JsonNode Details() => Predicate("provenance.dsse.json")["runDetails"]!;

    private JsonObject Predicate(string file)
    {
        var envelope = DsseEnvelope.Read(file, File.ReadAllBytes(scene.Release[file]));
        return InTotoStatement.Read(file, envelope.Payload.AsSpan()).Predicate;
    }

    private static IEnumerable<string> Names(SampleRelease release) =>
        Directory.GetFiles(release.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
}
