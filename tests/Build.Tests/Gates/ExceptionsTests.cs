using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.TrivyIgnore;
using ContainerSecurity.Gates;
using ContainerSecurity.Tools.Trivy;

namespace Build.Tests.Gates;

public class ExceptionsTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly Finding Curl = new()
    {
        RuleId = "CVE-2099-0001",
        Severity = Severity.Critical,
        Message = "curl",
        File = "/app/x.deps.json",
        Purl = "pkg:deb/debian/curl@7.88.1?arch=amd64",
    };

    private static readonly IgnoreEntry Good = new()
    {
        Id = "CVE-2099-0001",
        Statement = "not reachable",
        ExpiresAt = Today.AddDays(60),
        Line = 7,
    };

    [Fact]
    public void A_good_exception_marks_what_it_covers_and_removes_nothing()
    {
        var finding = Assert.Single(Apply(Good).Findings);

        Assert.Equal(new Suppression(".trivyignore.yaml:7", "not reachable", Today.AddDays(60)), finding.Suppressed);
    }

    [Fact]
    public void An_exception_counts_on_its_last_day_and_warns() =>
        Assert.Contains("ends on 2026-11-24", Assert.Single(Apply(Good with { ExpiresAt = Today }).Notes), StringComparison.Ordinal);

    [Fact]
    public void An_exception_warns_two_weeks_ahead_and_not_earlier()
    {
        Assert.Single(Apply(Good with { ExpiresAt = Today.AddDays(14) }).Notes);
        Assert.Empty(Apply(Good with { ExpiresAt = Today.AddDays(15) }).Notes);
    }

    [Fact]
    public void A_bad_exception_covers_nothing_and_is_a_finding_with_its_line()
    {
        var cases = new (IgnoreEntry Entry, string Rule)[]
        {
            (Good with { Statement = null }, "exception-invalid"),
            (Good with { Statement = "" }, "exception-invalid"),
            (Good with { ExpiresAt = null }, "exception-invalid"),
            (Good with { ExpiresAt = Today.AddDays(91) }, "exception-invalid"),
            (Good with { ExpiresAt = Today.AddDays(-1) }, "exception-expired"),
        };

        foreach (var (entry, rule) in cases)
        {
            var findings = Apply(entry).Findings;
            Assert.Equal((rule, ".trivyignore.yaml", 7), (findings[0].RuleId, findings[0].File, findings[0].Line));
            Assert.Null(findings[1].Suppressed);
        }
    }

    [Fact]
    public void An_unused_exception_is_a_finding_once_everything_was_seen()
    {
        var other = Good with { Id = "CVE-1999-9999" };

        Assert.Contains(Apply(other).Findings, finding => finding.RuleId == "exception-unused");
        Assert.DoesNotContain(new Exceptions([other], Today, SawAll: false).Apply([Curl]).Findings, finding => finding.RuleId == "exception-unused");
    }

    [Theory]
    [InlineData("pkg:deb/debian/curl", true)]
    [InlineData("pkg:deb/debian/curl@7.88.1", true)]
    [InlineData("pkg:deb/debian/curl@7.88.1?arch=amd64", true)]
    [InlineData("pkg:deb/debian/curl@7.88", false)]
    [InlineData("pkg:deb/debian/cur", false)]
    [InlineData("pkg:deb/debian/jq", false)]
    public void Package_urls_narrow_an_exception(string purl, bool covers) =>
        Assert.Equal(covers, Apply(Good with { Purls = [purl] }).Findings.Any(finding => finding.Suppressed is not null));

    [Theory]
    [InlineData("app/x.deps.json", true)]
    [InlineData("**/*.deps.json", true)]
    [InlineData("*.deps.json", false)]
    [InlineData("other/**", false)]
    public void Paths_narrow_an_exception(string path, bool covers) =>
        Assert.Equal(covers, Apply(Good with { Paths = [path] }).Findings.Any(finding => finding.Suppressed is not null));

    [Theory]
    [InlineData("src/*", "src/a", true)]
    [InlineData("src/*", "src/a/b", false)]
    [InlineData("src/**", "src/a/b", true)]
    [InlineData("**/b", "b", true)]
    [InlineData("**/b", "a/c/b", true)]
    [InlineData("**/b", "a/cb", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData("/etc/x", "etc/x", true)]
    [InlineData("a.c", "abc", false)]
    [InlineData("**/**/**/**/**/**/**/**/**/x", "a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/y", false)]
    public void Globs_are_those_of_Trivy(string pattern, string path, bool matches) => Assert.Equal(matches, PathGlob.Matches(pattern, path));

    [Theory]
    [InlineData("DS002", "DS-0002")]
    [InlineData("AVD-DS-0002", "DS-0002")]
    [InlineData("DS-0002", "DS-0002")]
    [InlineData("CVE-2099-0001", "CVE-2099-0001")]
    [InlineData("private-key", "private-key")]
    public void Ids_of_checks_have_one_form(string id, string normal) => Assert.Equal(normal, TrivyIds.Normalize(id));

    private static (ImmutableArray<Finding> Findings, ImmutableArray<string> Notes) Apply(IgnoreEntry entry) =>
        new Exceptions([entry], Today, SawAll: true).Apply([Curl]);
}
