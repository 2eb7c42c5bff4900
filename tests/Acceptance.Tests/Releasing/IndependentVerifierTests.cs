using System.Text.Json.Nodes;
using Acceptance.Tests.Sdk;
using Build.Tests.Images;
using Build.Tests.Releasing;
using ContainerSecurity.Processes;

namespace Acceptance.Tests.Releasing;

/// <summary>Programs that know nothing of this suite verify its releases, and refuse them when they must.</summary>
public sealed class IndependentVerifierTests(SignedRelease sample) : IClassFixture<SignedRelease>
{
    private const string Binary = "claude-code-proxy-2.0.0-linux-x64";

    private static readonly DebianFolder Debian = new("release-verifiers", "sid", "cosign", "python3-spdx-tools");

    [SkippableFact]
    public async Task Sigstore_of_npm_verifies_every_statement_and_no_forged_one()
    {
        using var folder = new TemporaryFolder();
        var npm = await NpmFolder.CreateAsync(Path.Combine(AppContext.BaseDirectory, "Releasing", "Sigstore"), folder.Path);
        using var thief = new ReleaseKey();

        await NodeAsync(npm, sample.Key.PublicFile, sample.Envelopes);

        await Assert.ThrowsAsync<ToolFailedException>(() => NodeAsync(npm, thief.PublicFile, sample.Envelopes));
        await Assert.ThrowsAsync<ToolFailedException>(() => NodeAsync(npm, sample.Key.PublicFile, [Forged(folder)]));
    }

    [SkippableFact]
    public async Task Cosign_verifies_every_statement_for_the_binary_that_it_speaks_of()
    {
        var root = await Debian.EnsureAsync();
        using var thief = new ReleaseKey();
        using var folder = new TemporaryFolder();
        foreach (var envelope in sample.Envelopes)
        {
            Assert.Equal(0, await CosignAsync(root, envelope, sample.Key, Binary));
            Assert.NotEqual(0, await CosignAsync(root, envelope, thief, Binary));
            Assert.NotEqual(0, await CosignAsync(root, envelope, sample.Key, "VERIFY.md"));
        }

        Assert.NotEqual(0, await CosignAsync(root, Forged(folder), sample.Key, Binary));
    }

    [SkippableFact]
    public async Task The_tools_of_SPDX_find_no_fault_in_the_bill_of_materials()
    {
        var root = await Debian.EnsureAsync();
        var file = sample.Release[$"{Binary}.spdx.json"];

        Assert.Equal(0, await SpdxAsync(root, await File.ReadAllTextAsync(file)));
        Assert.NotEqual(0, await SpdxAsync(root, (await File.ReadAllTextAsync(file)).Replace("CC0-1.0", "MIT", StringComparison.Ordinal)));
        Assert.NotEqual(0, await SpdxAsync(root, (await File.ReadAllTextAsync(file)).Replace("DESCRIBES", "DESCRIBED", StringComparison.Ordinal)));
    }

    private static Task NodeAsync(NpmFolder npm, string key, string[] envelopes) => npm.NodeAsync(["verify.mjs", key, .. envelopes]);

    /// <summary>A statement with another content under the old signature.</summary>
    private string Forged(TemporaryFolder folder)
    {
        var envelope = JsonNode.Parse(File.ReadAllText(sample.Envelopes[0]))!;
        var payload = Convert.FromBase64String(envelope["payload"]!.GetValue<string>());
        payload[^3] = (byte)' ';
        envelope["payload"] = Convert.ToBase64String([.. payload, (byte)' ']);
        return folder.Write("forged.json", envelope.ToJsonString());
    }

    /// <summary>In the form that cosign reads: sigstore's bundle around the envelope.</summary>
    private async Task<int> CosignAsync(string root, string envelope, ReleaseKey key, string blob)
    {
        var statement = JsonNode.Parse(await File.ReadAllTextAsync(envelope))!;
        var type = JsonNode.Parse(Convert.FromBase64String(statement["payload"]!.GetValue<string>()))!["predicateType"]!.GetValue<string>();
        var bundle = new JsonObject
        {
            ["mediaType"] = "application/vnd.dev.sigstore.bundle.v0.3+json",
            ["verificationMaterial"] = new JsonObject { ["publicKey"] = new JsonObject { ["hint"] = "release" }, ["tlogEntries"] = new JsonArray() },
            ["dsseEnvelope"] = statement,
        };
        using var inside = new ChrootFolder(root);
        inside.Write("bundle.json", bundle.ToJsonString());
        inside.Copy(key.PublicFile, "key.pub");
        inside.Copy(sample.Release[blob], "blob");
        return await inside.RunAsync(
            "cosign", "verify-blob-attestation", "--key", "key.pub", "--bundle", "bundle.json", "--type", type, "--insecure-ignore-tlog", "blob");
    }

    private static async Task<int> SpdxAsync(string root, string document)
    {
        using var inside = new ChrootFolder(root);
        inside.Write("bom.spdx.json", document);
        return await inside.RunAsync("pyspdxtools", "--infile", "bom.spdx.json");
    }
}
