using ContainerSecurity.Findings;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Trivy;

namespace Build.Tests.Tools.Trivy;

public class TrivyReportReaderTests
{
    [Fact]
    public void A_report_is_read_with_its_packages_findings_and_layers()
    {
        var report = TrivyReportReader.Read(Recording.Text("image-planted.json"), "planted.tar");

        Assert.Equal("debian", report.Metadata.Os?.Family);
        Assert.StartsWith("sha256:dd81c503", report.Metadata.ImageId, StringComparison.Ordinal);
        Assert.Equal(6, report.Results.Sum(result => result.Vulnerabilities.Count));
        Assert.Equal(3, report.Results.Sum(result => result.Misconfigurations.Count));
        Assert.Equal(4, report.Results.Sum(result => result.Secrets.Count));
        Assert.StartsWith("sha256:e579c5ed", report.Results[0].Vulnerabilities[0].Layer?.DiffId, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_lists_are_empty_lists() =>
        Assert.Empty(TrivyReportReader.Read("""{"SchemaVersion":2,"ArtifactName":"a","Metadata":null,"Results":null}""", "a").Results);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("Usage:\n  trivy image [flags] IMAGE_NAME\n")]
    [InlineData("""{"SchemaVersion":3,"ArtifactName":"a"}""")]
    [InlineData("""{"SchemaVersion":2}""")]
    public void What_is_no_report_is_a_failed_tool_that_names_the_input(string output)
    {
        var failed = Assert.Throws<ToolFailedException>(() => TrivyReportReader.Read(output, "artifacts/image"));

        Assert.Contains("'artifacts/image'", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_cut_off_anywhere_is_a_failed_tool()
    {
        var whole = Recording.Text("image-scratch-empty.json").TrimEnd();

        for (var length = 0; length < whole.Length; length += 97)
            Assert.Throws<ToolFailedException>(() => TrivyReportReader.Read(whole[..length], "image"));
    }

    [Fact]
    public void The_message_about_broken_output_does_not_quote_it()
    {
        var failed = Assert.Throws<ToolFailedException>(() => TrivyReportReader.Read($$"""{"Env": {{Recording.Secret}}""", "image"));

        Assert.DoesNotContain(Recording.Secret, failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CRITICAL", Severity.Critical)]
    [InlineData("HIGH", Severity.High)]
    [InlineData("MEDIUM", Severity.Medium)]
    [InlineData("LOW", Severity.Low)]
    [InlineData("UNKNOWN", Severity.Critical)]
    [InlineData("NEW", Severity.Critical)]
    [InlineData(null, Severity.Critical)]
    public void What_nobody_has_judged_counts_as_the_worst(string? theirs, Severity ours) => Assert.Equal(ours, TrivySeverity.Parse(theirs));
}
