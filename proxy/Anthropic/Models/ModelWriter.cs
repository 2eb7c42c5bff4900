using System.Buffers;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Models;

/// <summary>Writes models as Anthropic's Models API shows them. What an upstream's model can do is unknown, and null says so.</summary>
internal static class ModelWriter
{
    public static void WriteOne(ModelInfo model, IBufferWriter<byte> output)
    {
        var json = new JsonWriter(output, default);
        Write(ref json, model);
        json.Commit();
    }

    public static void WritePage(ReadOnlySpan<ModelInfo> page, bool hasMore, IBufferWriter<byte> output)
    {
        var json = new JsonWriter(output, default);
        json.Raw("{\"data\":["u8);
        foreach (var model in page)
        {
            json.Comma();
            Write(ref json, model);
        }

        json.Raw("],\"first_id\":"u8);
        WriteText(ref json, page.IsEmpty ? null : page[0].Id);
        json.Raw(",\"last_id\":"u8);
        WriteText(ref json, page.IsEmpty ? null : page[^1].Id);
        json.Raw(hasMore ? ",\"has_more\":true}"u8 : ",\"has_more\":false}"u8);
        json.Commit();
    }

    private static void Write(ref JsonWriter json, ModelInfo model)
    {
        json.Raw("{\"type\":\"model\",\"id\":"u8);
        json.Text(model.Id);
        json.Raw(",\"display_name\":"u8);
        json.Text(model.DisplayName);
        json.Raw(",\"created_at\":\"1970-01-01T00:00:00Z\",\"lifecycle\":\"active\",\"line\":"u8);
        WriteText(ref json, Line(model.Id));
        json.Raw(",\"max_tokens\":"u8);
        WriteNumber(ref json, model.MaxOutputTokens);
        json.Raw(",\"max_input_tokens\":"u8);
        WriteNumber(ref json, model.MaxInputTokens);
        json.Raw(",\"capabilities\":null,\"deprecated_at\":null,\"retires_at\":null}"u8);
    }

    private static void WriteText(ref JsonWriter json, string? text)
    {
        if (text is null)
            json.Raw("null"u8);
        else
            json.Text(text);
    }

    private static void WriteNumber(ref JsonWriter json, int? number)
    {
        if (number is { } known)
            json.Number(known);
        else
            json.Raw("null"u8);
    }

    private static string? Line(string model) =>
        Array.Find(["haiku", "sonnet", "opus", "fable", "mythos"], line => model.Contains(line, StringComparison.OrdinalIgnoreCase));
}
