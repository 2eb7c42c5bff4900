using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using Build.Tests.Reports.Said;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Html;
using FsCheck.Xunit;

namespace Build.Tests.Reports.Html;

/// <summary>One page that needs nothing else, does nothing but what its own policy allows, and shows what nobody vouches for as text.</summary>
public sealed class HtmlReportTests
{
    private static readonly IHtmlDocument Sample = ReadPage.Parse(HtmlReport.Write(SampleReport.Create()));

    /// <summary>Planted in every text of the record; each would do something if it were taken for more than text.</summary>
    [Property(MaxTest = 100)]
    public void Nothing_in_a_record_is_taken_for_markup_or_steers_a_terminal(int seed)
    {
        var content = HtmlReport.Write(RandomReport.Create(seed), RandomReport.Create(seed + 1));
        var page = ReadPage.Parse(content);

        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.Empty(page.QuerySelectorAll("img, iframe, object, embed, link, base, form[action]"));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.Matches("^(#|https://)", link.GetAttribute("href")!));
        Assert.DoesNotContain(
            page.All.SelectMany(element => element.Attributes),
            attribute => attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(Encoding.UTF8.GetString(content), IsUnseen);
    }

    [Fact]
    public void The_policy_allows_this_style_and_this_script_and_nothing_else()
    {
        var policy = Sample.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;

        Assert.Equal(
            $"default-src 'none'; style-src '{Hash("style")}'; script-src '{Hash("script")}'; base-uri 'none'; form-action 'none'", policy);

        static string Hash(string name) =>
            "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sample.QuerySelector(name)!.TextContent)));
    }

    [Fact]
    public void The_first_screen_says_verdict_image_and_what_blocks_the_release()
    {
        Assert.Equal("fail", Sample.QuerySelector("h1 .word")!.TextContent);
        Assert.Contains("sha256:" + new string('b', 64), Sample.QuerySelector("header")!.TextContent);
        Assert.Equal(["lint", "secrets", "vulnerabilities"], Sample.QuerySelectorAll("#release h3 a").Select(name => name.TextContent));
        Assert.Contains("./build.sh --target=Lint", Sample.QuerySelector("#release")!.TextContent);
        Assert.Equal("private-key", Sample.QuerySelector("#first b")!.TextContent);
    }

    [Fact]
    public void What_is_known_to_be_exploited_is_first_then_what_is_likely_to_be_then_the_gravest_then_what_has_a_fix()
    {
        var report = SampleReport.Create();
        report = report with
        {
            Gates = [report.Gates[2] with
            {
                Findings =
                [
                    Found("low"),
                    Found("high") with { Severity = Severity.High },
                    Found("fixed") with { FixedVersion = "2", Severity = Severity.High },
                    Found("likely") with { Epss = 0.9 },
                    Found("exploited") with { KnownExploited = true },
                    Found("excused") with { KnownExploited = true, Suppressed = new Suppression("x") },
                ],
            }],
        };

        var order = ReadPage.Parse(HtmlReport.Write(report)).QuerySelectorAll("#first b").Select(rule => rule.TextContent);

        Assert.Equal(["exploited", "likely", "fixed", "high", "low"], order);

        static Finding Found(string rule) => new() { RuleId = rule, Severity = Severity.Low, Message = "m" };
    }

    [Property(MaxTest = 20)]
    public void The_same_record_gives_the_same_bytes(int seed) =>
        Assert.Equal(HtmlReport.Write(RandomReport.Create(seed)), HtmlReport.Write(RandomReport.Create(seed)));

    [Fact]
    public void Everything_has_a_name_for_those_who_hear_it()
    {
        Assert.Equal("en", Sample.DocumentElement.GetAttribute("lang"));
        Assert.All(Sample.QuerySelectorAll("input, select"), field => Assert.NotNull(field.Closest("label")));
        Assert.All(Sample.QuerySelectorAll("svg"), chart => Assert.Equal("true", chart.GetAttribute("aria-hidden")));
        Assert.All(Sample.QuerySelectorAll("thead th"), head => Assert.Equal("col", head.GetAttribute("scope")));
        Assert.All(
            Sample.QuerySelectorAll("[aria-labelledby]"), part => Assert.NotNull(Sample.GetElementById(part.GetAttribute("aria-labelledby")!)));
        Assert.All(Sample.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(Sample.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal(Sample.QuerySelectorAll("[id]").Length, Sample.QuerySelectorAll("[id]").Select(part => part.Id).Distinct().Count());
    }

    [Fact]
    public void Ten_thousand_findings_are_written_in_a_moment()
    {
        var report = SampleReport.Create();
        var finding = report.Gates[2].Findings[0];
        var many = Enumerable.Range(0, 10_000).Select(index => finding with { RuleId = $"CVE-2026-{index}" });
        report = report with { Gates = [report.Gates[2] with { Findings = [.. many] }] };
        var clock = Stopwatch.StartNew();

        var content = HtmlReport.Write(report);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.InRange(content.Length, 1, 10_000_000);
    }

    private static bool IsUnseen(char letter) => letter != '\n'
        && (char.IsControl(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.LineSeparator);
}
