using Build.Tests.Gates.Policy;
using ContainerSecurity.Images;
using static Build.Tests.Rules.Images.ImageCheck;

namespace Build.Tests.Rules.Images;

/// <summary>Which files an image holds, and who may change them.</summary>
public sealed class FileTests
{
    private const string Damaged = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    private const string Certificates = "/etc/ssl/certs/ca-certificates.crt";

    [Theory]
    [InlineData("image-read-only")]
    [InlineData("image-world-writable")]
    [InlineData("image-leftovers")]
    [InlineData("image-files")]
    [InlineData("image-size")]
    [InlineData("image-entries")]
    [InlineData("image-packages")]
    [InlineData("image-accounts")]
    [InlineData("image-certificates")]
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

    [Theory]
    [InlineData("/etc/passwd", "root:x:0:0::/:/bin/sh\nroot:x:1:1::/:/bin/sh\n", "/etc/passwd:2 names root a second time")]
    [InlineData("/etc/passwd", "root:x:0:0::/:/bin/sh\ntoor:x:0:0::/:/bin/sh\n", "/etc/passwd:2 gives toor the number 0 of root")]
    [InlineData("/etc/passwd", "root::0:0::/:/bin/sh\n", "/etc/passwd:1 lets root in without a password")]
    [InlineData("/etc/group", "a:x:5:\nb:x:5:\n", "/etc/group:2 gives b the number 5 of a")]
    [InlineData("/etc/shadow", "root:*:1::::::\nx::1::::::\n", "/etc/shadow:2 lets x in without a password")]
    public void Accounts_that_share_something_or_need_no_password_are_found(string path, string content, string message) =>
        Assert.Equal(message, Complaint("image-accounts", Sound.With(new SampleFile(path, content))));

    [Fact]
    public void Ordinary_accounts_are_not()
    {
        Holds("image-accounts", Sound.With(
            new SampleFile("/etc/passwd", "root:x:0:0:root:/root:/sbin/nologin\n# comment\nnobody:x:65534:65534::/:/bin/false\n+::::::\n"),
            new SampleFile("/etc/group", "root::0:\nnogroup:x:65534:\n"),
            new SampleFile("/etc/shadow", "root:!:19000:0:99999:7:::\nnobody:*:19000::::::\n")));
    }

    [Fact]
    public void The_bundle_must_be_there_be_readable_and_be_current()
    {
        Assert.Contains("holds no bundle of certificates", Complaint("image-certificates", Sound with { Files = [Program("/claude-code-proxy")] }));
        Assert.Contains("holds no certificate", Complaint("image-certificates", Bundle("")));
        Assert.Contains("block 2 of", Complaint("image-certificates", Bundle(SampleImage.Certificates + Damaged)));
        Assert.Contains("block 1 of", Complaint("image-certificates", Bundle(SampleImage.Certificates[..^30])));
        Assert.Contains(
            "1 of 1 certificates of /etc/ssl/certs/ca-certificates.crt have expired, more than the 0",
            Complaint("image-certificates", Bundle(SampleCertificates.Create("old", 2001, 2002)), "{certificates: {expired: 0}}"));
        Assert.Contains(
            "is valid since 2020-01-01, more than 30 days", Complaint("image-certificates", Sound, "{certificates: {days: 30}}"));
        Holds("image-certificates", Bundle(SampleCertificates.Create("old", 2001, 2002)), "{certificates: {expired: 1}}");
    }

    [Fact]
    public void A_bundle_that_the_environment_names_is_judged_wherever_it_lies()
    {
        var image = Sound.With(new SampleFile("/app/ca.pem", ""));

        Assert.Contains("/app/ca.pem holds no certificate", Complaints("image-certificates", image with
        {
            Config = image.Config with { Environment = ["SSL_CERT_FILE=/app/ca.pem"] },
        }));
    }

    private static SampleImage Bundle(string text) => Sound.Replace(Certificates, System.Text.Encoding.ASCII.GetBytes(text));
}
