using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using ContainerSecurity.Checkout;
using ContainerSecurity.Packaging;

namespace Build.Tests.Packaging;

public sealed class FeatureArchiveTests
{
    private static readonly string Folder = Path.Combine(BuildPaths.Find().Root, "proxy", "deploy", "feature");
    private static readonly string Digest = new('a', 64);

    [Fact]
    public void It_holds_the_script_and_the_digests_of_what_it_installs_and_where_that_lies()
    {
        var files = Read(Write(ProxyImageBuild.Version, new Uri("https://example.org/releases/v2")));

        Assert.Equal(["devcontainer-feature.json", "install.sh", "SHA256SUMS", "source"], files.Keys);
        Assert.Equal($"{Digest}  claude-code-proxy-2.0.0-linux-x64\n", files["SHA256SUMS"].Text);
        Assert.Equal("https://example.org/releases/v2\n", files["source"].Text);
        Assert.True(files["install.sh"].Mode.HasFlag(UnixFileMode.OtherExecute));
    }

    [Fact]
    public void Where_nobody_says_where_the_binaries_lie_it_does_not_either() =>
        Assert.DoesNotContain("source", Read(Write(ProxyImageBuild.Version, null)).Keys);

    [Fact]
    public void The_same_input_gives_the_same_bytes() =>
        Assert.Equal(Write(ProxyImageBuild.Version, null), Write(ProxyImageBuild.Version, null));

    [Fact]
    public void Its_version_is_the_releases() =>
        Assert.Contains("\"version\":\"9.9.9\"", Read(Write("9.9.9", null))["devcontainer-feature.json"].Text, StringComparison.Ordinal);

    private static byte[] Write(string version, Uri? source) =>
        FeatureArchive.Write(Folder, version, [KeyValuePair.Create("claude-code-proxy-2.0.0-linux-x64", Digest)], source);

    private static Dictionary<string, (string Text, UnixFileMode Mode)> Read(byte[] archive)
    {
        var files = new Dictionary<string, (string Text, UnixFileMode Mode)>();
        using var unpacked = new GZipStream(new MemoryStream(archive), CompressionMode.Decompress);
        using var tar = new TarReader(unpacked);
        while (tar.GetNextEntry() is { } entry)
        {
            using var content = new MemoryStream();
            entry.DataStream!.CopyTo(content);
            files[entry.Name] = (Encoding.ASCII.GetString(content.ToArray()), entry.Mode);
        }

        return files;
    }
}
