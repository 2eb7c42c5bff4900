using ClaudeCodeProxy.Providers.Models;
using ClaudeCodeProxy.Providers.Schemas;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Errors;

namespace ClaudeCodeProxy.Translation.Refusals;

/// <summary>An upstream does not take a part of JSON Schema in the schema of a tool or a response.</summary>
internal static class SchemaRefusal
{
    public static IEnumerable<Refusal> Read(UpstreamProblem problem, Route route)
    {
        if (problem.HasAny("is not a 'regex'", "is not a valid regex"))
            yield return new Refusal("regular expressions", new ModelTraits { RefusesInSchemas = SchemaFeature.UnicodeClasses });
    }
}
