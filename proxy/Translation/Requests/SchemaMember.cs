using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers.Schemas;
using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>Writes the schemas of tools and responses as the upstream takes them.</summary>
internal static class SchemaMember
{
    public static void WriteForTool(ref JsonWriter json, JsonValue schema, Route route, Degradation lost) =>
        Write(ref json, schema, route, route.RefusesInSchemas, lost);

    public static void WriteForResponse(ref JsonWriter json, JsonValue schema, Route route, Degradation lost) =>
        Write(ref json, schema, route, route.RefusesInSchemas & ~SchemaFeatures.OfToolsAlone, lost);

    /// <summary>
    /// What a provider is known to refuse goes without a word: the client checks what the model wrote in any case. What was learnt is told, and what
    /// the model should have known.
    /// </summary>
    private static void Write(ref JsonWriter json, JsonValue schema, Route route, SchemaFeature refused, Degradation lost)
    {
        var met = SchemaWriter.Write(ref json, schema, refused);
        if ((met & ((route.Traits.RefusesInSchemas & ~route.Dialect.RefusesInSchemas) | SchemaFeature.RootCombinators)) != 0)
            lost.Fit("schema");
    }
}
