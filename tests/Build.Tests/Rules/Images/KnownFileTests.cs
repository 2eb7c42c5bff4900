using System.Text;
using Build.Tests.Gates.Policy;
using static Build.Tests.Rules.Images.ImageCheck;

namespace Build.Tests.Rules.Images;

/// <summary>What files of an image say of its users and of whom it trusts.</summary>
public sealed class KnownFileTests
{
    private const string Damaged = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    private const string Certificates = "/etc/ssl/certs/ca-certificates.crt";

    [Theory]
    [InlineData("image-accounts")]
    [InlineData("image-certificates")]
    public void A_sound_image_passes(string check) => Holds(check, Sound);

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

    private static SampleImage Bundle(string text) => Sound.Replace(Certificates, Encoding.ASCII.GetBytes(text));
}
