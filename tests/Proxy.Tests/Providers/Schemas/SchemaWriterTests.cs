using System.Text.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Schemas;
using FsCheck;
using FsCheck.Xunit;
using static Proxy.Tests.Providers.Schemas.WrittenSchema;

namespace Proxy.Tests.Providers.Schemas;

public sealed class SchemaWriterTests
{
    /// <summary>What is refused by every provider that is known, and each feature alone.</summary>
    private static readonly SchemaFeature[] Refusals =
    [
        .. ProviderKind.All.Select(kind => kind.Dialect.RefusesInSchemas),
        .. ProviderKind.All.Select(kind => kind.ResponsesDialect.RefusesInSchemas),
        .. SchemaFeatures.All.Select(row => row.Feature),
        SchemaFeature.BeyondCore, SchemaFeature.BeyondCore | SchemaFeature.OpenObjects,
    ];

    [Property(MaxTest = 2000)]
    public void Any_schema_is_written_without_what_is_refused_and_once_is_enough(DoNotSize<int> seed)
    {
        var random = new Random(seed.Item);
        var refused = random.Next(2) == 0 ? Refusals[random.Next(Refusals.Length)] : (SchemaFeature)random.Next((int)SchemaFeature.BeyondGoogle);
        var schema = new RandomSchema(random).Next();

        var written = Without(refused, schema, out var met);

        using var json = JsonDocument.Parse(written);
        Assert.Empty(new RefusedParts(refused).Find(json.RootElement));
        Assert.Equal(written, Without(refused, written));
        if (met == SchemaFeature.None)
            Assert.Equal(schema, written);
        Assert.Equal(schema, Without(SchemaFeature.None, schema));
    }

    [Property(MaxTest = 1000)]
    public void What_stays_keeps_its_order(DoNotSize<int> seed)
    {
        var schema = new RandomSchema(new Random(seed.Item)).Next();
        const SchemaFeature LeftOut = SchemaFeature.Formats | SchemaFeature.Not | SchemaFeature.Annotations | SchemaFeature.EcmaScriptPatterns
            | SchemaFeature.Conditions | SchemaFeature.OtherKeywords;

        var kept = Names(Without(LeftOut, schema));

        var all = new Queue<string>(Names(schema));
        foreach (var name in kept)
        {
            while (all.Count > 0 && all.Peek() != name)
                all.Dequeue();
            Assert.True(all.TryDequeue(out _), $"{name} of {schema}");
        }
    }

    [Theory]
    [InlineData(nameof(Provider.OpenAI), true)]
    [InlineData(nameof(Provider.Azure), true)]
    [InlineData(nameof(Provider.DeepSeek), true)]
    [InlineData(nameof(Provider.Unknown), false)]
    [InlineData(nameof(Provider.Mistral), false)]
    [InlineData(nameof(Provider.Ollama), false)]
    public void Patterns_that_python_cannot_compile_go_to_those_who_do_not_use_it(string provider, bool isRefused)
    {
        const string Schema = """{"type":"object","properties":{"a":{"type":"string","pattern":"^\\p{L}+$"}}}""";
        var refused = ProviderKind.FindDialect(Enum.Parse<Provider>(provider), Api.ChatCompletions).RefusesInSchemas;
        Assert.Equal(isRefused, Without(refused, Schema) != Schema);
    }

    [Fact]
    public void References_are_put_in_place_where_they_are_refused() => Assert.Equal(
        """{"type":"object","properties":{"a":{"type":["string","null"],"enum":["x"]},"b":{"type":"number","enum":[1,2]}}}""",
        Without(SchemaFeature.References,
            """{"type":"object","properties":{"a":{"$ref":"#/$defs/A"},"b":{"$ref":"#/$defs/B"}},"$defs":{"A":{"type":["string","null"],"const":"x"},"B":{"enum":[1,2]}}}"""));

    [Fact]
    public void Branches_at_the_top_are_joined_when_they_are_all_there_is() => Assert.Equal(
        """{"properties":{"op":{"anyOf":[{"type":"string","enum":["add"]},{"type":"string","enum":["drop"]}]},"name":{"type":"string"},"force":{"type":"boolean"}},"type":"object"}""",
        Without(SchemaFeature.RootCombinators,
            """{"oneOf":[{"properties":{"op":{"const":"add"},"name":{"type":"string"}},"required":["name"]},{"type":"object","properties":{"op":{"const":"drop"},"name":{"type":"string"},"force":{"type":"boolean"}}}]}"""));

    [Fact]
    public void Moonshot_gets_types_in_branches_and_none_beside_them()
    {
        var refused = ProviderKind.FindDialect(Provider.Moonshot, Api.ChatCompletions).RefusesInSchemas;
        Assert.Equal(
            """{"$schema":"s","type":"object","properties":{"anyOf":{"anyOf":[{"type":"string"},{"minItems":1,"type":["string","array"]}],"description":"d"},"type":{"type":"string"},"any":{"description":"d","type":"string"}}}""",
            Without(refused,
                """{"$schema":"s","type":"object","properties":{"anyOf":{"type":["string","array"],"anyOf":[{"type":"string"},{"minItems":1}],"description":"d"},"type":{"type":"string"},"any":{"description":"d"}}}"""));
        const string Plain = """{ "type":"object", "properties":{"z":{"type":"string","format":"uri"}}, "$schema":"s" }""";
        Assert.Equal(Plain, Without(refused, Plain));
    }

    private static List<string> Names(string schema)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(schema));
        var names = new List<string>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
                names.Add(reader.GetString()!);
        }

        return names;
    }
}
