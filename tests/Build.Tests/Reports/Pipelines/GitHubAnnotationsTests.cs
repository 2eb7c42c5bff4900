using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Pipelines;
using FsCheck.Xunit;

namespace Build.Tests.Reports.Pipelines;

public sealed class GitHubAnnotationsTests
{
    private static readonly string[] Sample = Lines(SampleReport.Create());

    [Fact]
    public void What_fails_a_gate_is_an_error_beside_its_line() =>
        Assert.Contains("::error file=Dockerfile,line=7,col=1,title=lint DL3002::Last user is root%0AAdd USER with a number", Sample);

    [Fact]
    public void What_lies_in_the_image_names_its_place_in_the_message() =>
        Assert.Contains("::error title=secrets private-key::/app/key.pem (layer sha256:cccccccccccc): A private key", Sample);

    [Fact]
    public void A_red_gate_says_what_to_type_next() =>
        Assert.Contains("::notice title=lint%3A fail::1 finding Next: ./build.sh --target=Lint", Sample);

    [Fact]
    public void No_more_are_given_than_are_shown_and_the_rest_is_counted()
    {
        var report = SampleReport.Create();
        var many = Enumerable.Range(0, 40).Select(index => report.Gates[0].Findings[0] with { Line = index + 1, Blocks = index < 15 ? true : null });

        var lines = Lines(report with { Gates = [report.Gates[0] with { Findings = [.. many] }] });

        foreach (var kind in new[] { "error", "warning" })
            Assert.Equal(10, lines.Count(line => line.StartsWith($"::{kind} ", StringComparison.Ordinal)));
        Assert.Contains("::notice title=More findings::20 more findings are in the reports: scan.md, index.html.", lines);
    }

    /// <summary>A text of a finding can start no command of its own.</summary>
    [Property(MaxTest = 100)]
    public void Every_line_is_one_command(int seed) =>
        Assert.All(Lines(RandomReport.Create(seed)), line => Assert.Matches("^::(error|warning|notice) [^:]*::[^\n\r\u001b]*$", line));

    private static string[] Lines(ScanReport report) => GitHubAnnotations.Write(report).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
