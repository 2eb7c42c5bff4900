using System.Buffers;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Anthropic.Models;

/// <summary>Writes models as Anthropic's Models API shows them. What an upstream's model can do is not known and said to be so.</summary>
internal static class ModelWriter
{
    public static void WriteOne(Route route, IBufferWriter<byte> output)
    {
        var json = new JsonWriter(output, default);
        Write(ref json, route);
        json.Commit();
    }

    public static void WritePage(ReadOnlySpan<Route> page, bool hasMore, IBufferWriter<byte> output)
    {
        var json = new JsonWriter(output, default);
        json.Raw("{\"data\":["u8);
        foreach (var route in page)
        {
            json.Comma();
            Write(ref json, route);
        }

        json.Raw("],\"first_id\":"u8);
        WriteText(ref json, page.IsEmpty ? null : page[0].ClientModel);
        json.Raw(",\"last_id\":"u8);
        WriteText(ref json, page.IsEmpty ? null : page[^1].ClientModel);
        json.Raw(hasMore ? ",\"has_more\":true}"u8 : ",\"has_more\":false}"u8);
        json.Commit();
    }

    private static void Write(ref JsonWriter json, Route route)
    {
        json.Raw("{\"type\":\"model\",\"id\":"u8);
        json.Text(route.ClientModel);
        json.Raw(",\"display_name\":"u8);
        json.Text(route.Upstream.Length == 0 ? route.UpstreamModel : $"{route.Upstream}/{route.UpstreamModel}");
        json.Raw(",\"created_at\":\"1970-01-01T00:00:00Z\",\"lifecycle\":\"active\",\"line\":"u8);
        WriteText(ref json, Line(route.ClientModel));
        json.Raw(",\"max_tokens\":"u8);
        if (route.MaxOutputTokens is { } limit) json.Number(limit);
        else json.Raw("null"u8);
        json.Raw(",\"max_input_tokens\":null,\"capabilities\":null,\"deprecated_at\":null,\"retires_at\":null}"u8);
    }

    private static void WriteText(ref JsonWriter json, string? text)
    {
        if (text is null) json.Raw("null"u8);
        else json.Text(text);
    }

    private static string? Line(string model) =>
        Array.Find(["haiku", "sonnet", "opus"], line => model.Contains(line, StringComparison.OrdinalIgnoreCase));
}
