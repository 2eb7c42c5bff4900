using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Vex;
using ContainerSecurity.Gates.Vulnerabilities;

namespace Build.Tests.Gates.Vulnerabilities;

public class VexRulesTests
{
    private const string Purl = "pkg:deb/debian/curl@7.88.1-10?arch=amd64&distro=debian-12.15";
    private static readonly string Digest = "sha256:" + new string('b', 64);
    private static readonly ImageIdentity Image = new("registry.example.com/team/proxy:2", "sha256:" + new string('a', 64), Digest, "linux/amd64");

    [Theory]
    [InlineData("pkg:deb/debian/curl")]
    [InlineData("pkg:deb/debian/curl@7.88.1-10")]
    [InlineData("pkg:deb/debian/curl?arch=amd64")]
    [InlineData("pkg:oci/proxy")]
    [InlineData("pkg:oci/proxy@sha256%3Abbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb?repository_url=x")]
    [InlineData("registry.example.com/team/proxy:2")]
    [InlineData("sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_product_that_is_meant_is_excused(string product) => Assert.Equal("not affected: not linked", Judge(Statement(product))?.Statement);

    [Theory]
    [InlineData("pkg:deb/debian/curl@7.88.1-11")]
    [InlineData("pkg:deb/debian/cur")]
    [InlineData("pkg:deb/debian/curl?arch=arm64")]
    [InlineData("pkg:deb/ubuntu/curl")]
    [InlineData("pkg:nuget/curl")]
    [InlineData("pkg:oci/other")]
    [InlineData("pkg:oci/proxy@sha256%3Acccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc")]
    [InlineData("pkg:oci/proxy@2")]
    [InlineData("curl")]
    [InlineData("")]
    public void Another_product_is_not(string product) => Assert.Null(Judge(Statement(product)));

    [Theory]
    [InlineData("pkg:oci/proxy", "pkg:deb/debian/curl", true)]
    [InlineData("pkg:oci/proxy", "pkg:deb/debian/jq", false)]
    [InlineData("pkg:oci/other", "pkg:deb/debian/curl", false)]
    [InlineData("pkg:deb/debian/curl", "pkg:deb/debian/curl", false)]
    public void Packages_of_an_image_are_meant_only_in_that_image(string product, string part, bool excused) =>
        Assert.Equal(excused, Judge(Statement(product) with { Products = [new VexProduct(product, [part])] }) is not null);

    [Theory]
    [InlineData(VexStatus.Affected)]
    [InlineData(VexStatus.UnderInvestigation)]
    public void Only_what_is_not_affected_or_fixed_is_excused(VexStatus status) => Assert.Null(Judge(Statement(Purl) with { Status = status }));

    [Fact]
    public void A_fixed_one_needs_no_reason() =>
        Assert.Equal(new Suppression("a.json#1", "fixed"), Judge(Statement(Purl) with { Status = VexStatus.Fixed, Reason = "" }));

    [Fact]
    public void Another_vulnerability_is_not_excused() => Assert.Null(Judge(Statement(Purl) with { Vulnerabilities = ["CVE-2"] }));

    [Fact]
    public void A_later_statement_takes_an_excuse_back_and_an_earlier_one_does_not()
    {
        var affected = Statement(Purl) with { Status = VexStatus.Affected };

        Assert.Null(Judge(Statement(Purl), affected with { Time = DateTimeOffset.UnixEpoch.AddDays(1) }));
        Assert.NotNull(Judge(Statement(Purl), affected with { Time = DateTimeOffset.UnixEpoch.AddDays(-1) }));
    }

    [Fact]
    public void Names_of_NuGet_packages_are_the_same_in_any_case() =>
        Assert.True(PackageUrl.Parse("pkg:nuget/newtonsoft.json")!.Covers(PackageUrl.Parse("pkg:nuget/Newtonsoft.Json@12.0.3")!));

    [Fact]
    public void The_report_says_what_each_file_did()
    {
        ImmutableArray<VexStatement> statements = [Statement(Purl), Statement("pkg:oci/other") with { Number = 2 }];
        var found = VexRules.Apply(statements, [Finding()], Image).ToList();

        Assert.Equal(["a.json: 2 statements, 1 findings excused"], VexRules.Coverage(statements, found).AsEnumerable());
    }

    private static VexStatement Statement(string product) => new("a.json", 1)
    {
        Vulnerabilities = ["CVE-1"],
        Products = [new VexProduct(product, [])],
        Status = VexStatus.NotAffected,
        Reason = "not linked",
        Time = DateTimeOffset.UnixEpoch,
    };

    private static Suppression? Judge(params ImmutableArray<VexStatement> statements) =>
        Assert.Single(VexRules.Apply(statements, [Finding()], Image)).Suppressed;

    private static Finding Finding() => new() { RuleId = "CVE-1", Severity = Severity.High, Message = "x", Purl = Purl };
}
