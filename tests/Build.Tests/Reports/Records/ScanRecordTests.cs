using System.Text;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Records;
using FsCheck.Xunit;

namespace Build.Tests.Reports.Records;

/// <summary>A record is read as it was written, and what is no record is refused with the place and the reason.</summary>
public sealed class ScanRecordTests
{
    private static readonly string Written = Encoding.UTF8.GetString(ScanRecord.Write(SampleReport.Create()));

    [Property(MaxTest = 200)]
    public void What_was_written_is_read_again(int seed)
    {
        var written = ScanRecord.Write(RandomReport.Create(seed));

        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(ScanRecord.Write(ScanRecord.Read(written))));
    }

    [Fact]
    public void A_record_without_durations_holds_no_clock()
    {
        var text = Encoding.UTF8.GetString(ScanRecord.Write(SampleReport.Create().WithoutDurations()));

        Assert.DoesNotContain("durationMs", text);
        Assert.DoesNotContain("createdAt", text);
    }

    [Theory]
    [InlineData("\"verdict\": \"fail\",\n  \"exitCode\"", "\"verdict\": \"pass\",\n  \"exitCode\"", "$.verdict says \"pass\"", "\"fail\"")]
    [InlineData("\"exitCode\": 1", "\"exitCode\": 0", "$.exitCode says 0")]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": 2", "schemaVersion is 2", "this suite reads 1")]
    [InlineData("\"schemaVersion\": 1,", "", "it has no schemaVersion")]
    [InlineData("\"severity\": \"medium\"", "\"severity\": \"grave\"", "$.gates[0].findings[0].severity")]
    [InlineData("\"severity\": \"medium\"", "\"severity\": \"Medium\"", "$.gates[0].findings[0].severity says \"Medium\"")]
    [InlineData("\"severity\": \"medium\"", "\"severity\": 2", "$.gates[0].findings[0].severity")]
    [InlineData("\"ruleId\": \"DL3002\",", "", "ruleId")]
    [InlineData("\"line\": 7", "\"line\": \"7\"", "$.gates[0].findings[0].line")]
    [InlineData("\"line\": 7", "\"lines\": 7", "lines")]
    [InlineData("\"line\": 7", "\"line\": 7, \"line\": 8", "line")]
    [InlineData("\"line\": 7", "\"line\": null", "null")]
    [InlineData("\"durationMs\": 12", "\"durationMs\": -12", "durationMs")]
    [InlineData("\"rules\": 30", "\"rules\": 30.5", "rules")]
    [InlineData("\"summary\": \"2 Dockerfiles, 30 rules\",", "", "summary")]
    [InlineData("\"expiresAt\": \"2027-01-31\"", "\"expiresAt\": \"31.1.2027\"", "expiresAt")]
    [InlineData("\"notes\": []", "\"notes\": [null]", "null")]
    [InlineData("{\n  \"schemaVersion\"", "[{\n  \"schemaVersion\"", "not a record of a scan")]
    public void What_is_no_record_is_refused_with_the_place(string text, string by, params string[] says)
    {
        var at = Written.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, Written);

        var refused = Assert.Throws<InputException>(() => Read(Written[..at] + by + Written[(at + text.Length)..]));

        Assert.StartsWith("old/scan.json", refused.Message, StringComparison.Ordinal);
        Assert.All(says, said => Assert.Contains(said, refused.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"schemaVersion\":1}")]
    [InlineData("{\"schemaVersion\":\"1\"}")]
    [InlineData("\u0000\u0001")]
    public void Rubbish_is_refused(string text) => Assert.Contains("not a record of a scan", Assert.Throws<InputException>(() => Read(text)).Message);

    /// <summary>Every cut but one that leaves out only the last line's end.</summary>
    [Fact]
    public void A_record_that_is_cut_off_is_refused()
    {
        foreach (var length in Enumerable.Range(0, Written.Length - 2).Where(length => length % 17 == 0))
            Assert.Throws<InputException>(() => Read(Written[..length]));
    }

    private static ScanReport Read(string text) => ScanRecord.Read(Encoding.UTF8.GetBytes(text), "old/scan.json");
}
