using ClaudeCodeProxy.Providers.Models;
using ClaudeCodeProxy.Providers.Schemas;
using ClaudeCodeProxy.Translation.Errors;

namespace ClaudeCodeProxy.Translation.Refusals;

/// <summary>
/// An upstream does not take a part of JSON Schema in the schema of a tool or a response. Where it does not say which, or that part is not there,
/// only
/// the core is kept.
/// </summary>
internal static class SchemaRefusal
{
    private static readonly string[] Topics = ["schema", "grammar", "regex", "regular expression", "function_declarations", ".parameters"];

    private static readonly string[] Verdicts =
    [
        "invalid schema", "invalid json schema", "invalid tool schema", "invalid function schema", "schema is invalid", "schema not supported:",
        "unsupported schema", "unrecognized schema", "schema conversion", "failed to convert", "parse grammar", "parsing grammar", "compile grammar",
        "compiled grammar", "structural_tag grammar", "compile json schema", "features not supported", "is not a valid moonshot flavored",
        "conflict in schema definitions", "not valid under any of the given schemas",
    ];

    private static readonly string[] Codes = ["invalid_function_parameters", "invalid_json_schema", "unsupported_keyword"];

    /// <summary>What a model wrote does not follow the schema, which the upstream took.</summary>
    private static readonly string[] OfCalls = ["did not match", "failed_generation", "failed to call a function", "tool call validation"];

    /// <summary>The likeliest first.</summary>
    public static IEnumerable<Refusal> Read(UpstreamProblem problem)
    {
        var isVerdict = problem.HasAny(Verdicts) || Phrases.HasAny(problem.Kind, Codes);
        if (problem.HasAny(OfCalls) || Phrases.HasAny(problem.Kind, ["tool_use_failed"]) || !(isVerdict || IsAboutSchemas(problem)))
            yield break;
        var message = SchemaWords.WithoutNames(problem.Message);
        foreach (var feature in SchemaWords.FindInPatterns(message))
            yield return Without(feature);
        if (SchemaWords.FindForms(message) is var forms && forms != SchemaFeature.None)
            yield return Without(forms);
        if ((isVerdict || problem.IsRefusal) && SchemaWords.FindKeywords(message) is var keywords && keywords != SchemaFeature.None)
            yield return Without(keywords);
        if (isVerdict)
            yield return Without(SchemaFeature.BeyondCore);
    }

    private static bool IsAboutSchemas(UpstreamProblem problem) =>
        problem.HasAny(Topics) || Phrases.HasAny(problem.Param, ["parameters", "schema"]);

    private static Refusal Without(SchemaFeature features) =>
        new($"in schemas {SchemaFeatures.Describe(features)}", new ModelTraits { RefusesInSchemas = features });
}
