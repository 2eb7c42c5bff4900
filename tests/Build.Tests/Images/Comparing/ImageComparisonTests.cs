using ContainerSecurity.Findings;
using ContainerSecurity.Images;
using ContainerSecurity.Images.Comparing;

namespace Build.Tests.Images.Comparing;

public sealed class ImageComparisonTests
{
    private static readonly ImageConfig Config = new() { Os = "linux", Architecture = "amd64", User = "65532", Environment = ["HOST=0.0.0.0"] };

    [Fact]
    public void Images_that_a_container_cannot_tell_apart_have_no_difference()
    {
        var other = Config with { Environment = ["PATH=/usr/bin", "HOST=0.0.0.0"], WorkingDirectory = "/" };

        Assert.Empty(ImageComparison.Compare(Image(Config, File("/a", "x")), Image(other, File("/a", "x"))));
    }

    [Fact]
    public void A_lost_health_check_another_content_and_an_extra_file_are_each_named()
    {
        var checkedConfig = Config with { Healthcheck = new Healthcheck(["CMD", "/claude-code-proxy", "health"]) };

        var differences = ImageComparison.Compare(Image(checkedConfig, File("/a", "x")), Image(Config, File("/a", "y"), File("/b", "z")));

        Assert.Collection(
            differences,
            difference => Assert.StartsWith("health check: 'CMD /claude-code-proxy health' here, '' there", difference),
            difference => Assert.StartsWith("/a: file 644", difference),
            difference => Assert.StartsWith("/b: absent here, file 644", difference));
    }

    [Fact]
    public void A_file_that_a_later_layer_removes_is_not_there()
    {
        var removed = new LayerEntry { Path = "/a", Kind = LayerEntryKind.Whiteout, Mode = 0, Uid = 0, Gid = 0 };

        Assert.Empty(ImageComparison.Compare(Image(Config, File("/a", "x"), () => removed), Image(Config)));
    }

    /// <summary>Each entry is a layer of its own.</summary>
    private static ContainerImage Image(ImageConfig config, params Func<LayerEntry>[] entries) => new(
        new ImageIdentity("test", "sha256:0", null, "linux/amd64"),
        config,
        [.. entries.Select(entry => new ImageLayer("sha256:0", "sha256:0", 0, () => [entry()]))]);

    private static Func<LayerEntry> File(string path, string content) => () => new LayerEntry
    {
        Path = path,
        Kind = LayerEntryKind.File,
        Mode = 0b110_100_100,
        Uid = 0,
        Gid = 0,
        Content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)),
    };
}
