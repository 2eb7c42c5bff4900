using System.Text.Json;
using ContainerSecurity.Reports.Records;

namespace Build.Tests.Reports.Records;

public sealed class ScanRecordShapeTests
{
    private static readonly JsonElement Report = JsonDocument.Parse(ScanRecord.Write(SampleReport.Create())).RootElement;

    [Fact]
    public void The_head_states_version_verdict_exit_code_and_image()
    {
        Assert.Equal(
            ["schemaVersion", "verdict", "exitCode", "strict", "target", "command", "source", "tools", "image", "gates"], Names(Report));
        Assert.Equal(
            (1, "fail", 1),
            (Report.GetProperty("schemaVersion").GetInt32(), Report.GetProperty("verdict").GetString(), Report.GetProperty("exitCode").GetInt32()));
        Assert.Equal(["name", "id", "digest", "platform"], Names(Report.GetProperty("image")));
    }

    [Fact]
    public void Further_platforms_follow_the_first_image()
    {
        var one = SampleReport.Create();
        var report = JsonDocument.Parse(ScanRecord.Write(
            one with { Images = [.. one.Images, one.Images[0] with { Platform = "linux/arm64" }] })).RootElement;

        Assert.Equal("linux/amd64", report.GetProperty("image").GetProperty("platform").GetString());
        Assert.Equal("linux/arm64", Assert.Single(report.GetProperty("otherImages").EnumerateArray()).GetProperty("platform").GetString());
    }

    [Fact]
    public void A_gate_has_engine_verdict_coverage_findings_notes_and_duration()
    {
        var gate = Gate("secrets");

        Assert.Equal(["name", "engine", "engineVersion", "verdict", "coverage", "findings", "notes", "durationMs"], Names(gate));
        Assert.Equal(2000, gate.GetProperty("durationMs").GetInt64());
    }

    [Fact]
    public void Counts_are_numbers_and_lists_are_arrays()
    {
        var coverage = Gate("lint").GetProperty("coverage");

        Assert.Equal(30, coverage.GetProperty("rules").GetInt64());
        Assert.Equal(2, coverage.GetProperty("files").GetArrayLength());
    }

    [Fact]
    public void A_finding_in_a_text_has_file_and_line_and_nothing_that_is_unused() =>
        Assert.Equal(
            ["ruleId", "severity", "message", "file", "line", "column", "help", "blocks", "fingerprint"],
            Names(Gate("lint").GetProperty("findings")[0]));

    [Fact]
    public void A_finding_in_the_image_has_path_and_layer() =>
        Assert.Equal(["ruleId", "severity", "message", "file", "layer", "claim", "blocks"], Names(Gate("secrets").GetProperty("findings")[0]));

    [Fact]
    public void A_finding_in_a_package_has_both_versions_layer_and_platform() =>
        Assert.Equal(
            ["ruleId", "severity", "message", "layer", "platform", "package", "installedVersion", "fixedVersion", "help"],
            Names(Gate("vulnerabilities").GetProperty("findings")[0]));

    [Fact]
    public void A_suppressed_finding_says_by_whom_why_and_until_when()
    {
        var suppressed = Gate("lint").GetProperty("findings")[1].GetProperty("suppressed");

        Assert.Equal(("Dockerfile:8", "2027-01-31"), (suppressed.GetProperty("by").GetString(), suppressed.GetProperty("expiresAt").GetString()));
    }

    private static JsonElement Gate(string name) =>
        Report.GetProperty("gates").EnumerateArray().Single(gate => gate.GetProperty("name").GetString() == name);

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
