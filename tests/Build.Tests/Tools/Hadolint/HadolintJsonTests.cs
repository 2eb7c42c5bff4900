using System.Text.Json;
using ContainerSecurity.Findings;
using ContainerSecurity.Tools.Hadolint;

namespace Build.Tests.Tools.Hadolint;

public sealed class HadolintJsonTests
{
    [Fact]
    public void Findings_of_either_engine_are_written_in_Hadolints_shape()
    {
        var finding = new Finding
        {
            RuleId = "DL3008",
            Severity = Severity.Medium,
            Message = "Pin \"it\"",
            File = "a/Dockerfile",
            Line = 3,
            Column = 1,
        };

        var written = JsonDocument.Parse(HadolintJson.Write([finding])).RootElement[0];

        Assert.Equal(["code", "column", "file", "level", "line", "message"], written.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("DL3008", "a/Dockerfile", "warning", 3),
            (written.GetProperty("code").GetString(), written
                .GetProperty("file")
                .GetString(), written.GetProperty("level").GetString(), written.GetProperty("line").GetInt32()));
    }

    [Theory]
    [InlineData(Severity.High, "error")]
    [InlineData(Severity.Medium, "warning")]
    [InlineData(Severity.Low, "info")]
    [InlineData(Severity.Info, "style")]
    public void Severities_become_levels(Severity severity, string level)
    {
        var written = HadolintJson.Write([new Finding { RuleId = "DL3008", Severity = severity, Message = "x", File = "Dockerfile", Line = 1 }]);

        Assert.Equal(level, JsonDocument.Parse(written).RootElement[0].GetProperty("level").GetString());
    }

    [Fact]
    public void What_was_written_can_be_read() =>
        Assert.Equal("DL3008", Assert.Single(HadolintJson.Read(System.Text.Encoding.UTF8.GetString(
            HadolintJson.Write([new Finding { RuleId = "DL3008", Severity = Severity.Low, Message = "x", File = "Dockerfile", Line = 1 }])))).RuleId);

    [Fact]
    public void No_findings_are_an_empty_array() => Assert.Empty(HadolintJson.Read(System.Text.Encoding.UTF8.GetString(HadolintJson.Write([]))));
}
