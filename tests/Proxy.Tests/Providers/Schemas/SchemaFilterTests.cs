using ClaudeCodeProxy.Providers.Schemas;
using static Proxy.Tests.Providers.Schemas.WrittenSchema;

namespace Proxy.Tests.Providers.Schemas;

public sealed class SchemaFilterTests
{
    [Theory]
    [InlineData("EcmaScriptPatterns", """{"type":"string", "pattern":"^\\p{L}+$", "maxLength":3}""", """{"type":"string", "maxLength":3}""")]
    [InlineData("EcmaScriptPatterns", """{"pattern":"\\P{Cc}","type":"string"}""", """{"type":"string"}""")]
    [InlineData("EcmaScriptPatterns", """{"pattern":"\\p{L}"}""", "{}")]
    [InlineData("EcmaScriptPatterns", """{"items":[{"pattern":"\\p{L}"},{"pattern":"a"}]}""", """{"items":[{},{"pattern":"a"}]}""")]
    [InlineData("EcmaScriptPatterns", """{"propertyNames":{"pattern":"\\p{L}","maxLength":9}}""", """{"propertyNames":{"maxLength":9}}""")]
    [InlineData("EcmaScriptPatterns", """{"patternProperties":{"^\\p{L}":{},"^x":{"not":{"pattern":"\\p{L}"}},"\\P{N}":{}}}""",
        """{"patternProperties":{"^x":{"not":{}}}}""")]
    [InlineData("Lookaround", """{"pattern":"^(?!a)b"}""", "{}")]
    [InlineData("Patterns", """{"pattern":"a","patternProperties":{"b":{"pattern":"c"}}}""", """{"patternProperties":{"b":{}}}""")]
    [InlineData("PatternProperties", """{"a":1,"patternProperties":{"b":{}}}""", """{"a":1}""")]
    [InlineData("PropertyNames", """{"propertyNames":{"pattern":"a"},"type":"object"}""", """{"type":"object"}""")]
    [InlineData("Formats", """{"allOf":[{"format":"uri","type":"string"}]}""", """{"allOf":[{"type":"string"}]}""")]
    [InlineData("References", """{"$defs":{"a":{}},"type":"object","definitions":{}}""", """{"type":"object"}""")]
    [InlineData("OneOf", """{"oneOf":[{"type":"string"}]}""", """{"anyOf":[{"type":"string"}]}""")]
    [InlineData("OneOf", """{"oneOf":[{"type":"string"}],"anyOf":[true]}""", """{"anyOf":[true]}""")]
    [InlineData("AnyOf", """{"anyOf":[{}],"oneOf":[{}]}""", """{"oneOf":[{}]}""")]
    [InlineData("AnyOf, OneOf", """{"anyOf":[{}],"oneOf":[{}]}""", "{}")]
    [InlineData("Not", """{"not":{},"additionalProperties":{"not":{}}}""", """{"additionalProperties":{}}""")]
    [InlineData("Conditions", """{"if":{},"then":{},"else":{},"dependentSchemas":{},"dependentRequired":{},"dependencies":{}}""", "{}")]
    [InlineData("AdditionalProperties", """{"additionalProperties":false,"unevaluatedProperties":{}}""", "{}")]
    [InlineData("Tuples", """{"prefixItems":[{}],"items":[{"contains":{}},{"type":"null"}]}""", """{"items":{}}""")]
    [InlineData("Tuples", """{"items":[]}""", """{"items":{}}""")]
    [InlineData("Constants", """{"const":"a"}""", """{"enum":["a"]}""")]
    [InlineData("Constants", """{"enum":[1,2],"const":1}""", """{"enum":[1,2]}""")]
    [InlineData("Constants, ArraysWithoutItems", """{"type":"array","const":[1]}""", """{"type":"array","enum":[[1]],"items":{}}""")]
    [InlineData("Defaults", """{"properties":{"default":{"default":{"default":1}}}}""", """{"properties":{"default":{}}}""")]
    [InlineData("Annotations", """{"title":"t","description":"d","examples":[1],"$comment":"c","readOnly":true}""", """{"description":"d"}""")]
    [InlineData("Identity", """{"$schema":"s","type":"object","$id":"i"}""", """{"type":"object"}""")]
    [InlineData("Lengths", """{"minLength":1,"maxLength":2}""", "{}")]
    [InlineData("Sizes", """{"uniqueItems":true,"minItems":1,"items":{"minProperties":1}}""", """{"items":{}}""")]
    [InlineData("Bounds", """{"minimum":1,"type":"number","multipleOf":2}""", """{"type":"number"}""")]
    [InlineData("OtherKeywords", """{"nullable":true,"x-order":[],"type":"string"}""", """{"type":"string"}""")]
    [InlineData("RootWithoutProperties", """{"$schema":"s"}""", """{"properties":{},"type":"object","$schema":"s"}""")]
    [InlineData("RootCombinators", """{"type":"object","anyOf":[{"required":["a"]}],"properties":{"a":{"anyOf":[{}]}},"not":{}}""",
        """{"type":"object","properties":{"a":{"anyOf":[{}]}}}""")]
    [InlineData("RequiredWithoutProperties", """{"required":[],"items":{"required":[]}}""",
        """{"required":[],"items":{"required":[],"properties":{}},"properties":{}}""")]
    [InlineData("ArraysWithoutItems", """{"type":"array"}""", """{"type":"array","items":{}}""")]
    [InlineData("ArraysWithoutItems", """{ "type":["array","null"] , "items":{ "type":"array" } }""",
        """{ "type":["array","null"] , "items":{ "type":"array","items":{} } }""")]
    [InlineData("UntypedSchemas", """{"properties":{"a":{"description":"d"},"b":{"enum":[1]},"c":{"items":{}},"d":{"required":["x"]}}}""",
        """{"properties":{"a":{"description":"d","type":"string"},"b":{"enum":[1],"type":"number"},"c":{"items":{"type":"string"},"type":"array"},"d":{"required":["x"],"type":"object"}},"type":"object"}""")]
    [InlineData("UntypedSchemas", """{"type":"object","properties":{"a":{"$ref":"#/b"},"b":{"anyOf":[{"const":true}]}}}""",
        """{"type":"object","properties":{"a":{"$ref":"#/b"},"b":{"anyOf":[{"const":true,"type":"boolean"}]}}}""")]
    [InlineData("TypeBesideBranches", """{"type":["string","array"],"oneOf":[{"minLength":1},{"type":"array"}]}""",
        """{"oneOf":[{"minLength":1,"type":["string","array"]},{"type":"array"}]}""")]
    [InlineData("OpenObjects", """{"type":"object","additionalProperties":true,"properties":{"a":{"type":"object","additionalProperties":false}}}""",
        """{"type":"object","properties":{"a":{"type":"object","additionalProperties":false}},"additionalProperties":false}""")]
    public void What_is_refused_is_left_out_or_said_in_another_way(string refused, string schema, string expected)
    {
        var features = Enum.Parse<SchemaFeature>(refused);
        Assert.Equal(expected, Without(features, schema, out var met));
        Assert.Equal(features, met);
        Assert.Equal(schema, Without(SchemaFeature.None, schema));
    }

    [Theory]
    [InlineData("""{"properties":{"pattern":{"type":"string"},"format":{"type":"string"},"$ref":{},"not":true,"if":{},"const":{},"default":{}}}""")]
    [InlineData("""{"enum":[{"pattern":"\\p{L}","not":{}}]}""")]
    [InlineData("""{"type":"object","properties":{"type":{"enum":["array"]}},"required":["pattern","oneOf"],"description":"\"pattern\":\"\\p{L}\""}""")]
    [InlineData("""{"items":true}""")]
    [InlineData("true")]
    public void What_only_looks_like_a_keyword_stays(string schema)
    {
        const SchemaFeature Keywords = SchemaFeature.RootWithoutProperties - 1;
        Assert.Equal(schema, Without(Keywords, schema, out var met));
        Assert.Equal(SchemaFeature.None, met);
    }

    [Fact]
    public void The_core_is_what_stays_when_nothing_else_does() => Assert.Equal(
        """{"type":"object","properties":{"a":{"anyOf":[{"enum":["x"],"type":"string"},{"type":"array","items":{"type":"string"}}],"description":"d"}},"required":["a"]}""",
        Without(SchemaFeature.BeyondCore,
            """{"$schema":"s","type":"object","properties":{"a":{"oneOf":[{"const":"x","title":"t"},{"type":"array","minItems":1}],"description":"d","x-a":1}},"required":["a"],"additionalProperties":false}"""));

    [Fact]
    public void Names_of_keywords_may_be_escaped() =>
        Assert.Equal("""{"type":"string"}""", Without(SchemaFeature.Patterns, """{"p\u0061ttern":"a","type":"string"}"""));
}
