using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Build.Tests.Releasing;

/// <summary>Images, binaries and bills of materials that do not belong together, in a release whose list is signed again.</summary>
public sealed class ImageSubstitutionTests(ReleaseScene scene) : IClassFixture<ReleaseScene>
{
    private const string Binary = "claude-code-proxy-2.0.0-linux-x64";
    private const string Archive = "claude-code-proxy-2.0.0-image.tar";

    private const string IndexStart = "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index";

    private static readonly string Nothing = $"sha256:{new string('0', 64)}";

    private static readonly Substitution[] All =
    [
        Substitution.Of(
            "another binary beside the image", $"binaries: {Binary} has the digest",
            on => on.Append(Binary, "x").RehashAndSign()),
        Substitution.Of(
            "the older release's images", "binaries: ",
            on => on.TakeOlder(Archive, "claude-code-proxy-1.9.0-image.tar").RehashAndSign()),
        Substitution.Of(
            "the older release's feature", "feature: devcontainer-feature-claude-code-proxy.tgz installs something else",
            on => on.TakeOlder("devcontainer-feature-claude-code-proxy.tgz").RehashAndSign()),
        Substitution.Of(
            "half a feature", "feature: ",
            on => on.Truncate("devcontainer-feature-claude-code-proxy.tgz").RehashAndSign()),
        Substitution.Of("a bill of materials with a component less", $"SBOMs: {Binary}.cdx.json is not the bill of materials in the image", on =>
        {
            on.Replace($"{Binary}.cdx.json", "libc6", "libc7");
            on.RehashAndSign();
        }),
        Substitution.Of(
            "the other form says something else", $"SBOMs: {Binary}.spdx.json does not say what",
            on => on.Replace($"{Binary}.spdx.json", "libc6", "libc7").RehashAndSign()),
        Substitution.Of("the other platform's bill of materials", $"SBOMs: {Binary}.cdx.json is not", on =>
        {
            File.Copy(on["claude-code-proxy-2.0.0-linux-arm64.cdx.json"], on[$"{Binary}.cdx.json"], overwrite: true);
            on.RehashAndSign();
        }),
        Substitution.Of("half an archive", "images: ", on => on.Truncate(Archive).RehashAndSign()),
        Substitution.Of(
            "one byte of a layer", "images: ",
            on => Repack(on, (name, content) => [(name, content.Length > 4000 ? Flip(content) : content)])),
        Substitution.Of(
            "an image less in the index", "images: claude-code-proxy-2.0.0-image.tar holds images for linux-x64, the binaries are for",
            on => Reindex(on, images => images.RemoveAt(1))),
        Substitution.Of(
            "an image twice in the index", "images: claude-code-proxy-2.0.0-image.tar: its index has 3 entries for 2 images",
            on => Reindex(on, images => images.Add(images[0]!.DeepClone()))),
        Substitution.Of(
            "images in another order", "subjects: provenance.dsse.json speaks of another claude-code-proxy-2.0.0-image.tar",
            on => Reindex(on, images =>
            {
                var first = images[0]!;
                images.RemoveAt(0);
                images.Add(first);
            })),
        Substitution.Of(
            "an index beside the index", "images: claude-code-proxy-2.0.0-image.tar: index.json names 2 entries",
            on => Repack(on, (name, content) =>
                [(name, name == "index.json" ? Edited(content, "manifests", entries => entries.Add(entries[0]!.DeepClone())) : content)])),
        Substitution.Of("the index under a wrong digest", "images: ", on => Repack(on, (name, content) =>
            [(name, name == "index.json" ? Edited(content, "manifests", entries => entries[0]!["digest"] = Nothing) : content)])),
        Substitution.Of(
            "an entry that leads out of the archive", "images: ",
            on => Repack(on, (name, content) => name == "oci-layout" ? [(name, content), ("../../evil", content)] : [(name, content)])),
        Substitution.Of("no tar at all", "images: ", on => on.Write(Archive, "hello").RehashAndSign()),
    ];

    public static TheoryData<Substitution> Cases => [.. All];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_refused_with_its_reason(Substitution done) =>
        Assert.StartsWith(done.Refusal, scene.RefusalAfter(All.Single(one => one.What == done.What).Do), StringComparison.Ordinal);

    private static byte[] Flip(byte[] content)
    {
        content[^1] ^= 1;
        return content;
    }

    private static void Repack(Tampering on, Func<string, byte[], IEnumerable<(string, byte[])>> change)
    {
        on.Repack(change);
        on.RehashAndSign();
    }

    /// <summary>Changes which images the inner index names, and lets the outer one name the changed index.</summary>
    private static void Reindex(Tampering on, Action<JsonArray> change)
    {
        byte[]? changed = null;
        on.Repack((name, content) =>
        {
            if (name == "index.json" || !Tampering.Text(content).StartsWith(IndexStart, StringComparison.Ordinal))
                return [(name, content)];
            changed = Edited(content, "manifests", change);
            return [(name, content), ($"blobs/sha256/{Hex(changed)}", changed)];
        });
        Repack(on, (name, content) => [(name, name == "index.json" ? Edited(content, "manifests", entries =>
        {
            entries[0]!["digest"] = "sha256:" + Hex(changed!);
            entries[0]!["size"] = changed!.Length;
        }) : content)]);
    }

    private static byte[] Edited(byte[] content, string member, Action<JsonArray> change)
    {
        var json = JsonNode.Parse(content)!;
        change(json[member]!.AsArray());
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    private static string Hex(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
