using System.Text.Json.Nodes;
using ContainerSecurity.Reports.Records;
using FsCheck.Xunit;
using Json.Schema;

namespace Build.Tests.Reports.Records;

/// <summary>The schema in the repository describes what is written, and nothing else.</summary>
public sealed class RecordSchemaTests
{
    private static readonly JsonSchema Schema =
        JsonSchema.FromText(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reports", "Records", "scan.schema.json")));

    [Property(MaxTest = 200)]
    public void Every_record_is_valid(int seed) => Assert.True(IsValid(Parse(seed)));

    /// <summary>No object takes a property that the schema does not know, and none may lose one that always stands there.</summary>
    [Fact]
    public void An_unknown_property_is_invalid_wherever_it_stands()
    {
        var record = JsonNode.Parse(ScanRecord.Write(SampleReport.Create()))!;
        foreach (var holder in Objects(record).Where(holder => !holder.GetPath().EndsWith(".coverage", StringComparison.Ordinal)).ToList())
        {
            holder["unknown"] = 1;
            Assert.False(IsValid(record), holder.GetPath());
            holder.Remove("unknown");
        }

        Assert.True(IsValid(record));
    }

    [Theory]
    [InlineData("$.verdict", "\"maybe\"")]
    [InlineData("$.exitCode", "4")]
    [InlineData("$.gates[0].findings[0].line", "0")]
    [InlineData("$.gates[0].coverage.rules", "0.5")]
    [InlineData("$.image.name", "7")]
    public void A_bad_value_is_invalid(string path, string value)
    {
        var record = JsonNode.Parse(ScanRecord.Write(SampleReport.Create()))!;
        var place = Objects(record).SelectMany(holder => holder.ToList(), (holder, entry) => (holder, entry.Key))
            .Single(each => $"{each.holder.GetPath()}.{each.Key}" == path);

        place.holder[place.Key] = JsonNode.Parse(value);

        Assert.False(IsValid(record));
    }

    private static JsonNode Parse(int seed) => JsonNode.Parse(ScanRecord.Write(RandomReport.Create(seed)))!;

    private static bool IsValid(JsonNode record) =>
        Schema.Evaluate(System.Text.Json.JsonSerializer.SerializeToElement(record), new EvaluationOptions { RequireFormatValidation = true }).IsValid;

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject holder => holder.Select(entry => entry.Value).SelectMany(Objects).Prepend(holder),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
