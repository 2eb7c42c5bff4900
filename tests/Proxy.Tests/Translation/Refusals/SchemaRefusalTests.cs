using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Schemas;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Errors;
using ClaudeCodeProxy.Translation.Refusals;

namespace Proxy.Tests.Translation.Refusals;

public sealed class SchemaRefusalTests
{
    private static readonly Route Route = new(Provider.Unknown, "claude", "m");

    [Theory]
    [InlineData("Invalid schema for function 'Artifact': '^[^\\p{Cc}]{1,200}$' is not a 'regex'.", "EcmaScriptPatterns")]
    [InlineData("Invalid JSON schema: regex lookaround is not supported. Found at $.properties.email.pattern.", "Lookaround")]
    [InlineData("regex parse error: ^(?!a) error: look-around, including look-ahead and look-behind, is not supported", "Lookaround")]
    [InlineData("JSON schema conversion failed:\nPattern must start with '^' and end with '$'", "Patterns")]
    [InlineData("Unrecognized/unsupported schema keyword 'patternProperties'", "PatternProperties")]
    [InlineData("Invalid schema for function 'format': In context=('properties', 'anyOf', 'x'), 'propertyNames' is not permitted.", "PropertyNames")]
    [InlineData("Invalid schema for function 'X': In context=('properties', 'b'), 'oneOf' is not permitted.", "OneOf")]
    [InlineData(
        "Invalid JSON payload received. Unknown name \"propertyNames\" at 'tools[0].function_declarations[3].parameters.pattern': Cannot find field.",
        "PropertyNames")]
    [InlineData("* GenerateContentRequest.tools[0].function_declarations[16].parameters.properties[tags].items: missing field.",
        "ArraysWithoutItems")]
    [InlineData("Invalid schema for function 'f': In context=('properties', 'paths'), array schema missing items.", "ArraysWithoutItems")]
    [InlineData("Invalid schema for function 'f': In context=('properties', 'url', 'type', '0'), 'uri' is not a valid format.", "Formats")]
    [InlineData("tools.0.function.parameters: 'format': 'uri' is not valid, unsupported", "Formats")]
    [InlineData("Invalid schema for function 'f': In context=(), object schema missing properties.", "RootWithoutProperties")]
    [InlineData("Invalid schema for function 'f': schema must have type 'object' and not have 'oneOf'/'anyOf'/'not' at the top level.",
        "RootCombinators")]
    [InlineData("tools.61.custom.input_schema: input_schema does not support oneOf, allOf, or anyOf at the top level", "RootCombinators")]
    [InlineData("invalid JSON schema for tool web_type, tools[2].function.parameters: /properties/inputs: additionalProperties:false must be set on every object",
        "OpenObjects")]
    [InlineData("invalid JSON schema for tool x, tools[24].function.parameters: 'required' present but 'properties' is missing",
        "RequiredWithoutProperties")]
    [InlineData("invalid schema for response format: response_format/json_schema/next_step: minItems is not supported", "Sizes")]
    [InlineData("Unsupported JSON schema fields: {'minItems', 'items', 'pattern'}", "Sizes, Patterns")]
    [InlineData("Invalid request: tools.function.parameters is not a valid moonshot flavored json schema, details: <At path 'properties.a.pattern': type is not defined>",
        "UntypedSchemas")]
    [InlineData("tools.function.parameters is not a valid moonshot flavored json schema, details: <At path 'root': when using anyOf, type should be defined in anyOf items instead of the parent schema>",
        "TypeBesideBranches")]
    [InlineData("tools.function.parameters is not a valid moonshot flavored json schema, details: <At path 'properties.a': conflicting keywords found after $ref expansion: description>",
        "References")]
    [InlineData("Conflict in schema definitions for key 'if'. Previous: {'required': ['a']}, New: {'required': ['b']}", "Conditions")]
    [InlineData("JSON schema conversion failed:\nError resolving ref #/items/0: 0 not in []", "References")]
    [InlineData("JSON schema conversion failed:\nUnrecognized schema: {\"description\":\"Arguments (JSON object)\"}", "UntypedSchemas")]
    [InlineData("Failed to compile structural_tag grammar: json_schema_converter.cc:2999: items must be a boolean or an object", "Tuples")]
    [InlineData("Failed to initialize samplers: failed to parse grammar", "BeyondCore")]
    [InlineData("JSON Schema not supported: could not understand the instance `{'required': ['criteria']}`.", "BeyondCore")]
    [InlineData("The provided JSON schema contains features not supported by xgrammar.", "BeyondCore")]
    [InlineData("Invalid request content: Invalid function schema.", "BeyondCore")]
    [InlineData("Grammar error: at 3(11): failed to compile JSON schema", "BeyondCore")]
    public void What_is_refused_is_understood_from_the_words_of_many(string message, string features) =>
        Assert.Equal(Enum.Parse<SchemaFeature>(features), Read(message).First());

    [Theory]
    [InlineData("Unrecognized request argument supplied: pattern")]
    [InlineData("'response_format' of type 'json_schema' is not supported with this model")]
    [InlineData("messages: roles must alternate")]
    [InlineData("tool call validation failed: parameters for tool Bash did not match schema: errors: [`/x`: 'additionalProperties' not allowed]")]
    [InlineData("Failed to call a function. Please adjust your prompt. See 'failed_generation' for more details.")]
    [InlineData("prompt token count of 139639 exceeds the limit of 128000")]
    [InlineData("The database schema is being migrated, try again")]
    public void An_error_about_anything_else_is_left_alone(string message) =>
        Assert.DoesNotContain(Read(message), static refused => refused != SchemaFeature.None);

    [Fact]
    public void A_code_is_as_good_as_words()
    {
        var problem = Problem("Bad tool.", "invalid_function_parameters");
        Assert.Equal(SchemaFeature.BeyondCore, Assert.Single(RefusalReader.Read(400, problem, Route)).Lesson.RefusesInSchemas);
    }

    [Fact]
    public void Where_an_engine_does_not_say_what_it_minds_everything_is_tried() => Assert.Equal(
        [
            SchemaFeature.EcmaScriptPatterns, SchemaFeature.Lookaround, SchemaFeature.Patterns | SchemaFeature.PatternProperties,
            SchemaFeature.BeyondCore,
        ],
        Read("Invalid schema for function 'f': '^(?!a)b$' is not a valid regex"));

    private static IEnumerable<SchemaFeature> Read(string message) =>
        RefusalReader.Read(400, Problem(message), Route).Select(static refusal => refusal.Lesson.RefusesInSchemas);

    private static UpstreamProblem Problem(string message, string code = "") => UpstreamProblem.Read(Encoding.UTF8.GetBytes(
        JsonSerializer.Serialize(new { error = new { message, type = "invalid_request_error", code } })));
}
