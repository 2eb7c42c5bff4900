using System.Xml.Linq;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Pipelines;
using FsCheck.Xunit;

namespace Build.Tests.Reports.Pipelines;

public sealed class JUnitReportTests
{
    private static readonly XElement Sample = Read(SampleReport.Create());

    [Fact]
    public void A_gate_is_a_suite_with_a_test_for_its_verdict_and_one_for_each_finding()
    {
        Assert.Equal(["lint", "secrets", "vulnerabilities"], Suites(Sample).Select(suite => (string)suite.Attribute("name")!));
        Assert.Equal(
            ["verdict", "DL3002 Dockerfile:7", "DL3008 Dockerfile:9"],
            Suites(Sample).First().Elements("testcase").Select(test => (string)test.Attribute("name")!));
    }

    [Fact]
    public void What_fails_the_gate_is_a_failure_what_is_excused_is_skipped_and_the_rest_passes()
    {
        Assert.Equal(["failure", "failure", "skipped"], Suites(Sample).First().Elements("testcase").Select(Outcome));
        Assert.Equal(["skipped", "system-out"], Suites(Sample).Last().Elements("testcase").Select(Outcome));
    }

    [Theory]
    [InlineData(Verdict.Pass, false, null)]
    [InlineData(Verdict.Incomplete, false, "skipped")]
    [InlineData(Verdict.Incomplete, true, "failure")]
    [InlineData(Verdict.Fail, false, "failure")]
    [InlineData(Verdict.Error, false, "error")]
    public void A_verdict_is_never_better_than_it_is(Verdict verdict, bool strict, string? outcome)
    {
        var report = new ScanReport([], [new GateResult { Name = "lint", Engine = "x", Verdict = verdict }], strict);

        Assert.Equal(outcome, Outcome(Suites(Read(report)).Single().Elements("testcase").Single()));
    }

    [Property(MaxTest = 100)]
    public void Counts_are_those_of_the_tests(int seed)
    {
        var root = Read(RandomReport.Create(seed));

        foreach (var suite in Suites(root).Append(root))
        {
            var tests = suite.Descendants("testcase").ToList();
            Assert.Equal(tests.Count, (int)suite.Attribute("tests")!);
            foreach (var (attribute, element) in new[] { ("failures", "failure"), ("errors", "error"), ("skipped", "skipped") })
                Assert.Equal(tests.Count(test => test.Element(element) is not null), (int)suite.Attribute(attribute)!);
        }
    }

    [Fact]
    public void A_run_without_a_verdict_is_an_error() =>
        Assert.Equal("1", (string)Read(ScanReport.CouldNotRun("x.tar is cut off")).Attribute("errors")!);

    private static XElement Read(ScanReport report) => XDocument.Load(new MemoryStream(JUnitReport.Write(report))).Root!;

    private static IEnumerable<XElement> Suites(XElement root) => root.Elements("testsuite");

    private static string? Outcome(XElement test) => test.Elements().SingleOrDefault()?.Name.LocalName;
}
