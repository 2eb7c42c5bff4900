using ContainerSecurity.Reports;

namespace Build.Tests.Reports;

public sealed class ScanMarkdownTests
{
    private static readonly string[] Lines = ScanMarkdown.Write(SampleReport.Create()).Split('\n');

    [Fact]
    public void The_first_line_is_the_verdict() => Assert.Equal("# Scan: fail", Lines[0]);

    [Fact]
    public void Each_gate_is_a_row_with_its_engine_and_counted_findings()
    {
        Assert.Contains("| lint | fail | built-in | 1 | 2 Dockerfiles, 30 rules |", Lines);
        Assert.Contains("| secrets | fail | trivy 0.75.0 | 1 | nothing |", Lines);
    }

    [Fact]
    public void A_finding_names_rule_place_and_how_to_mend_it() =>
        Assert.Contains("| medium | DL3002 | Dockerfile:7 | Last user is root | Add USER with a number |", Lines);

    [Fact]
    public void A_finding_in_a_package_names_package_version_layer_and_the_fixed_version() =>
        Assert.Contains("| low | CVE-2099-0001 | curl 7.88.1 (layer sha256:dddddddddddd) | curl 7.88.1: a flaw | Update curl to 99.0-1. |", Lines);

    [Fact]
    public void A_suppressed_finding_stays_visible() =>
        Assert.Contains(Lines, line => line.StartsWith("| ~~medium~~ suppressed by Dockerfile:8 | DL3008", StringComparison.Ordinal));

    [Fact]
    public void An_incomplete_gate_says_why() => Assert.Contains("* no vulnerability database could be had", Lines);
}
