using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Providers.Schemas;

public sealed class FlatSchemaTests
{
    private static readonly Route Gemini = new(Provider.Gemini, "claude", "gemini-3-pro");

    [Theory]
    [InlineData(
        """{"type":"object","properties":{"z":{"type":"string","description":"d"},"a":{"type":"integer","minimum":1,"maximum":1e3}},"required":["z"]}""", """{"type":"object","properties":{"z":{"type":"string","description":"d"},"a":{"type":"integer","minimum":1,"maximum":1e3}},"required":["z"]}""")]
    [InlineData(
        """{"$schema":"s","$id":"i","$comment":"c","type":"object","additionalProperties":false,"propertyNames":{},"patternProperties":{},"not":{},"if":{},"then":{},"else":{},"examples":[1],"enumDescriptions":[],"uniqueItems":true,"readOnly":true}""", """{"type":"object"}""")]
    [InlineData(
        """{"type":"object","properties":{"a":{"const":"x"},"b":{"const":7},"c":{"enum":["p","","q"]},"d":{"type":"integer","enum":[1,2]}}}""",
            """{"type":"object","properties":{"a":{"type":"string","enum":["x"]},"b":{"type":"number"},"c":{"type":"string","enum":["p","q"]},"d":{"type":"integer"}}}""")]
    [InlineData(
        """{"type":"object","properties":{"a":{"type":"number","exclusiveMinimum":0},"b":{"type":"number","minimum":1,"exclusiveMinimum":0},"c":{"type":"number","maximum":1,"exclusiveMaximum":true}}}""", """{"type":"object","properties":{"a":{"type":"number","minimum":0},"b":{"type":"number","minimum":1},"c":{"type":"number","maximum":1}}}""")]
    [InlineData(
        """{"type":"object","properties":{"a":{"type":"string","format":"uri"},"b":{"type":"string","format":"date-time"},"c":{"type":"integer","format":"int64"},"d":{"type":"number","format":"uint8"}}}""", """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string","format":"date-time"},"c":{"type":"integer","format":"int64"},"d":{"type":"number"}}}""")]
    [InlineData(
        """{"type":"object","properties":{"a":{"type":["string","null"],"description":"d"},"b":{"type":["string","number"]},"c":{"type":["integer"]}}}""", """{"type":"object","properties":{"a":{"type":"string","nullable":true,"description":"d"},"b":{"anyOf":[{"type":"string"},{"type":"number"}]},"c":{"type":"integer"}}}""")]
    [InlineData(
        """{"type":"object","properties":{"a":{"description":"d","anyOf":[{"type":"string","maxLength":3},{"type":"null"}]},"b":{"oneOf":[{"type":"string"},{"type":"object","properties":{"x":{"type":"string"}}}]}}}""", """{"type":"object","properties":{"a":{"description":"d","type":"string","nullable":true,"maxLength":3},"b":{"anyOf":[{"type":"string"},{"type":"object","properties":{"x":{"type":"string"}}}]}}}""")]
    [InlineData(
        """{"type":"object","properties":{"a":{"$ref":"#/$defs/A"},"b":{"$ref":"#/definitions/a~1b","description":"own"}},"$defs":{"A":{"type":"string"}},"definitions":{"a/b":{"type":"integer","description":"theirs"}}}""", """{"type":"object","properties":{"a":{"type":"string"},"b":{"description":"own","type":"integer"}}}""")]
    [InlineData(
        """{"type":"object","properties":{"tree":{"$ref":"#/$defs/T"}},"$defs":{"T":{"type":"object","properties":{"left":{"$ref":"#/$defs/T"},"name":{"type":"string"}}}}}""", """{"type":"object","properties":{"tree":{"type":"object","properties":{"left":{"type":"object"},"name":{"type":"string"}}}}}""")]
    [InlineData(
        """{"type":"object","allOf":[{"properties":{"a":{"type":"string"}},"required":["a"]},{"properties":{"b":{"type":"string"}},"required":["b","gone"]}]}""", """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"required":["a","b"]}""")]
    [InlineData(
        """{"type":"object","properties":{"a":{"type":"array"},"b":{"type":"array","items":[{"type":"integer"},{"type":"string"}]},"c":{"items":{}},"d":true}}""", """{"type":"object","properties":{"a":{"type":"array","items":{"type":"string"}},"b":{"type":"array","items":{"type":"integer"}},"c":{"type":"array","items":{"type":"string"}},"d":{"type":"string"}}}""")]
    [InlineData(
        """{"type":"object","properties":{"type":{"type":"string"},"anyOf":{"type":"string"},"$ref":{"type":"string"}},"required":["type","$ref"]}""",
            """{"type":"object","properties":{"type":{"type":"string"},"anyOf":{"type":"string"},"$ref":{"type":"string"}},"required":["type","$ref"]}""")]
    [InlineData("""{"type":"object","properties":{},"required":[]}""", """{"type":"object"}""")]
    [InlineData("{}", """{"type":"object"}""")]
    public void What_google_refuses_is_said_in_another_way_or_left_out(string schema, string expected)
    {
        Assert.Equal(expected, Schema(schema, Gemini));
    }

    [Fact]
    public void References_that_multiply_end()
    {
        static string Reference(int to) => "{\"$ref\":\"#/$defs/d" + to + "\"}";
        static string Definition(int number) => "\"d" + number + "\":{\"type\":\"object\",\"properties\":{" +
            string.Join(',', Enumerable.Range(0, 8).Select(p => $"\"p{p}\":{Reference(number + 1)}")) + "}}";
        var definitions = string.Join(',', Enumerable.Range(0, 12).Select(Definition));
        var schema = Schema("{\"type\":\"object\",\"properties\":{\"a\":" + Reference(0) + "},\"$defs\":{" + definitions + "}}", Gemini);
        Assert.InRange(schema.Length, 1000, 1_000_000);
    }

    private static string Schema(string schema, Route route)
    {
        var options = Options($$""","tools":[{"name":"t","input_schema":{{schema}}}]""", route);
        const string Before = "\"parameters\":";
        return options[(options.IndexOf(Before, StringComparison.Ordinal) + Before.Length)..options.LastIndexOf("}}]", StringComparison.Ordinal)];
    }
}
