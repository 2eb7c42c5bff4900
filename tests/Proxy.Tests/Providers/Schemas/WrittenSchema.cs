using System.Text;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers.Schemas;

namespace Proxy.Tests.Providers.Schemas;

/// <summary>A schema as it is written for an upstream that refuses something.</summary>
internal static class WrittenSchema
{
    public static string Without(SchemaFeature refused, string schema) => Without(refused, schema, out _);

    /// <param name="met">What of the refused the schema had.</param>
    public static string Without(SchemaFeature refused, string schema, out SchemaFeature met)
    {
        using var output = new PooledBuffer(16);
        // A schema never stands at the beginning of a request.
        var source = Encoding.UTF8.GetBytes("{\"s\":" + schema + "}");
        var json = new JsonWriter(output, source);
        met = SchemaWriter.Write(ref json, new JsonValue(5, source.Length - 6), refused);
        json.Commit();
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
