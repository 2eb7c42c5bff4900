using System.Text;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Markdown;

namespace Build.Tests.Reports.Markdown;

public sealed class ScanMarkdownTests
{
    private static readonly string[] Lines = ScanMarkdown.Write(SampleReport.Create()).Split('\n');

    [Fact]
    public void The_first_line_is_the_verdict() => Assert.Equal("# Scan: fail", Lines[0]);

    [Fact]
    public void Each_gate_is_a_row_with_its_engine_and_counted_findings()
    {
        Assert.Contains("| lint | fail | built-in | 1 | 1 | 2 Dockerfiles, 30 rules |", Lines);
        Assert.Contains("| secrets | fail | trivy 0.75.0 | 1 | 0 | nothing |", Lines);
    }

    [Fact]
    public void A_finding_names_rule_place_and_how_to_mend_it() =>
        Assert.Contains("| medium | DL3002 | Dockerfile:7 | Last user is root | Add USER with a number |", Lines);

    [Fact]
    public void A_finding_in_a_package_names_package_version_layer_and_the_fixed_version() =>
        Assert.Contains("| low | CVE-2099-0001 | curl 7.88.1 (layer sha256:dddddddddddd) | curl 7.88.1: a flaw | Update curl to 99.0-1. |", Lines);

    [Fact]
    public void A_suppressed_finding_stays_visible() =>
        Assert.Contains(Lines, line => line.StartsWith("| ~~medium~~ suppressed: the mirror keeps one version (Dockerfile:8, until 2027-01-31) | DL3008", StringComparison.Ordinal));

    [Fact]
    public void An_incomplete_gate_says_why() => Assert.Contains("* no vulnerability database could be had", Lines);

    [Fact]
    public void A_gate_that_did_not_pass_says_what_to_type_next() => Assert.Contains("* Next: `./build.sh --target=Lint`", Lines);

    [Theory]
    [InlineData("<b>x</b>", @"\<b\>x\</b\>")]
    [InlineData("a|b", @"a\|b")]
    [InlineData("[x](javascript:alert(1))", @"\[x\](javascript:alert(1))")]
    [InlineData("`code` *bold* _it_ ~~no~~", @"\`code\` \*bold\* \_it\_ \~\~no\~\~")]
    [InlineData("one\ntwo", "one<br>two")]
    [InlineData("one\r\n# two", @"one<br>\# two")]
    [InlineData("&lt;b&gt;", "&amp;lt;b&amp;gt;")]
    [InlineData("\u001b[31mred", @"‹U+001B›\[31mred")]
    [InlineData("\u202eabc", "‹U+202E›abc")]
    [InlineData("plain, words: 100 %", "plain, words: 100 %")]
    [InlineData("größer 🐳 コード", "größer 🐳 コード")]
    public void Nothing_in_a_text_is_markup(string text, string cell) => Assert.Equal(cell, MarkdownText.Cell(text));

    [Fact]
    public void What_is_too_long_for_a_summary_is_cut_and_says_so()
    {
        var sample = SampleReport.Create();
        var note = new string('x', 900);
        var report = sample with { Gates = [.. sample.Gates.Select(gate => gate with { Notes = [.. Enumerable.Repeat(note, 700)] })] };

        var text = ScanMarkdown.Write(report);

        Assert.InRange(Encoding.UTF8.GetByteCount(text), 900_000, 1024 * 1024);
        Assert.EndsWith("more lines do not fit into 1 MiB. scan.json has all.**\n", text, StringComparison.Ordinal);
        Assert.Equal(Occurrences(text, "<details>"), Occurrences(text, "</details>"));
    }

    [Fact]
    public void Many_findings_of_a_gate_are_cut_from_the_mildest_and_it_says_so()
    {
        var many = Enumerable.Range(0, 600).Select(index => new Finding
        {
            RuleId = "R",
            Severity = index == 599 ? Severity.Critical : Severity.Low,
            Message = $"number {index}",
        });
        var report = SampleReport.Create();
        report = report with { Gates = [report.Gates[0] with { Findings = [.. many] }] };

        var text = ScanMarkdown.Write(report);

        Assert.Contains("number 599", text);
        Assert.DoesNotContain("number 598", text);
        Assert.Contains("**Cut here: 100 more findings, none graver than these.", text);
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}
