using Build.Tests.Gates.Policy;
using ContainerSecurity.Images;
using static Build.Tests.Rules.Images.ImageCheck;

namespace Build.Tests.Rules.Images;

/// <summary>Which files an image holds, and who may change them.</summary>
public sealed class FileTests
{
    private const string Certificates = "/etc/ssl/certs/ca-certificates.crt";

    [Theory]
    [InlineData("image-read-only")]
    [InlineData("image-world-writable")]
    [InlineData("image-leftovers")]
    [InlineData("image-files")]
    [InlineData("image-size")]
    [InlineData("image-entries")]
    [InlineData("image-packages")]
    public void A_sound_image_passes(string check) => Holds(check, Sound);

    [Fact]
    public void What_every_user_may_write_is_found_but_not_a_sticky_folder_or_a_link()
    {
        var all = Sound.With(
            new SampleFile("/a", "x") { Mode = 0b110_110_110 },
            new SampleFile("/b", "") { Kind = LayerEntryKind.Directory, Mode = 0b111_111_111 },
            new SampleFile("/tmp", "") { Kind = LayerEntryKind.Directory, Mode = 0b001_111_111_111 },
            Link("/c", "a") with { Mode = 0b111_111_111 });

        Assert.Equal(["/a can be changed by every user", "/b can be changed by every user"], Complaints("image-world-writable", all));
    }

    [Fact]
    public void What_belongs_to_the_user_of_the_image_is_not_read_only()
    {
        Assert.Equal(
            "/data can be changed by user 65532, as which the image runs",
            Complaint("image-read-only", Sound.With(new SampleFile("/data", "x") { Uid = 65532 })));
        Holds("image-read-only", Sound.With(new SampleFile("/data", "x") { Uid = 65532, Mode = 0b100_100_100 }));
        Holds("image-read-only", Sound.With(new SampleFile("/data", "x") { Uid = 1000 }));
    }

    [Fact]
    public void A_volume_is_writable_whatever_the_root_is() => Assert.Contains(
        "has the volume /data", Complaint("image-read-only", Sound with { Config = Sound.Config with { Volumes = ["/data"] } }));

    [Theory]
    [InlineData("/tmp/build.log")]
    [InlineData("/var/tmp/x")]
    [InlineData("/var/lib/apt/lists/deb.debian.org_Packages")]
    [InlineData("/var/cache/apt/pkgcache.bin")]
    [InlineData("/var/cache/apk/APKINDEX.tar.gz")]
    [InlineData("/var/log/dpkg.log")]
    [InlineData("/app/.git/config")]
    [InlineData("/root/.cache/pip/x")]
    [InlineData("/home/app/.npm/_cacache/x")]
    [InlineData("/root/.bash_history")]
    [InlineData("/app/main.go~")]
    [InlineData("/app/.main.go.swp")]
    [InlineData("/app/main.o")]
    [InlineData("/app/Dockerfile")]
    [InlineData("/etc/passwd.bak")]
    public void What_a_build_leaves_behind_is_found(string path) =>
        Assert.StartsWith($"{path} is left over: ", Complaint("image-leftovers", Sound.With(new SampleFile(path, "x"))), StringComparison.Ordinal);

    [Fact]
    public void A_leftover_that_a_later_layer_deletes_is_still_in_the_image()
    {
        var image = Sound.With(new SampleFile("/tmp/key.txt", "x"))
            with
        { UpperFiles = [new SampleFile("/tmp/key.txt", "") { Kind = LayerEntryKind.Whiteout }] };

        Assert.Contains("/tmp/key.txt", Complaint("image-leftovers", image));
    }

    [Theory]
    [InlineData("/var/log/btmp", "")]
    [InlineData("/var/lib/apt/lists/lock", "")]
    [InlineData("/usr/lib/gcc/x86_64-linux-gnu/12/crtbegin.o", "x")]
    [InlineData("/usr/share/doc/git/Dockerfile", "x")]
    [InlineData("/app/tmp/x", "x")]
    [InlineData("/app/cache/x", "x")]
    [InlineData("/app/git/config", "x")]
    [InlineData("/app/.gitkeep", "x")]
    [InlineData("/etc/logrotate.conf", "x")]
    [InlineData("/~", "x")]
    public void What_belongs_there_is_not(string path, string content) => Holds("image-leftovers", Sound.With(new SampleFile(path, content)));

    [Fact]
    public void Every_file_must_be_declared_and_every_declaration_must_name_one()
    {
        const string All = "{files: [/claude-code-proxy*, /etc/**, /usr/share/**, /var/lib/dpkg/status.d/*]}";

        Holds("image-files", Sound, All);
        Assert.Equal("/extra is in the image, and nothing declares it", Complaint("image-files", Sound.With(new SampleFile("/extra", "x")), All));
        Assert.Equal("/link is in the image, and nothing declares it", Complaint("image-files", Sound.With(Link("/link", "etc")), All));
        Assert.Equal(
            "the policy declares /opt/**, and the image holds nothing of that name",
            Complaint("image-files", Sound, All.Replace("[", "[/opt/**, ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Folders_are_declared_by_what_is_in_them_and_empty_ones_by_themselves()
    {
        var image = Sound.With(new SampleFile("/work", "") { Kind = LayerEntryKind.Directory });

        Assert.Equal("/work is in the image, and nothing declares it", Complaint("image-files", image));
        Holds("image-files", Sound.With(new SampleFile("/usr/share", "") { Kind = LayerEntryKind.Directory }));
    }

    [Fact]
    public void Two_globs_that_overlap_both_name_something() =>
        Holds("image-files", new SampleImage { Files = [Program("/app/run")] }, "{files: [/app/run, /app/*, /app/**]}");

    [Fact]
    public void A_long_list_is_cut_short()
    {
        var many = Sound.With([.. Enumerable.Range(0, 40).Select(index => new SampleFile($"/x/{index}", "x"))]);

        var complaints = Complaints("image-files", many);
        Assert.Equal(11, complaints.Length);
        Assert.EndsWith("and 29 more like it", complaints[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void More_bytes_or_entries_than_the_budget_are_found()
    {
        var bytes = Sound.Files.Sum(file => file.Content.Length);

        Holds("image-size", Sound, $"{{size: {bytes}}}");
        Assert.Contains(
            $"has {bytes} bytes, 1 more than image.size allows; the largest file is {Certificates}",
            Complaint("image-size", Sound, $"{{size: {bytes - 1}}}"));
        Holds("image-entries", Sound, $"{{entries: {Sound.Files.Length}}}");
        Assert.Contains("more than the 3 of image.entries", Complaint("image-entries", Sound, "{entries: 3}"));
    }
}
