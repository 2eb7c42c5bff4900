using System.Text;
using System.Text.Json;

namespace Bench.Scenarios;

/// <summary>
/// A request of the size and shape that Claude Code sends: 26 kB of system blocks, 24 tools, a short conversation with a tool call; 47 kB in all, or
/// more by results of further calls. The same at every run.
/// </summary>
internal static class ClaudeCodeRequest
{
    private const int Tools = 24;

    private static readonly string[] Words =
        [
            "the", "file", "you", "must", "read", "before", "an", "edit", "\"path\"", "is", "absolute", "and", "never", "relative,", "so\nthat",
            "commands", "run", "in", "a", "shell", "with", "their", "output", "kept;",
        ];

    /// <param name="atLeast">Results of calls are added until the request has about so many bytes.</param>
    public static byte[] Write(bool stream, int atLeast = 0)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("model", "claude-opus-4-8");
            json.WriteNumber("max_tokens", 64000);
            json.WriteBoolean("stream", stream);
            WriteSystem(json);
            WriteTools(json);
            WriteMessages(json, atLeast);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteSystem(Utf8JsonWriter json)
    {
        json.WriteStartArray("system");
        foreach (var size in new[] { 80, 12_000, 10_500 })
            WriteText(json, Prose(size, size), cached: size > 1000);
        json.WriteEndArray();
    }

    private static void WriteTools(Utf8JsonWriter json)
    {
        json.WriteStartArray("tools");
        for (var index = 0; index < Tools; index++)
        {
            json.WriteStartObject();
            json.WriteString("name", $"Tool{index}");
            json.WriteString("description", Prose(420, index));
            json.WritePropertyName("input_schema");
            json.WriteRawValue(
                """{"$schema":"http://json-schema.org/draft-07/schema#","type":"object","properties":{"path":{"type":"string","description":"The absolute path"},"limit":{"type":"number","minimum":0},"flags":{"type":"array","items":{"type":"string","enum":["a","b"]}}},"required":["path"],"additionalProperties":false}""");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMessages(Utf8JsonWriter json, int atLeast)
    {
        json.WriteStartArray("messages");
        WriteMessage(json, "user", () =>
        {
            WriteText(json, Prose(900, 1), cached: false);
            WriteText(json, "Mend the failing test.", cached: true);
        });
        for (var turn = 1; turn == 1 || json.BytesCommitted + json.BytesPending < atLeast; turn++)
            WriteTurn(json, $"toolu_{turn:00}", turn == 1 ? 1_500 : 12_000);
        json.WriteEndArray();
    }

    private static void WriteTurn(Utf8JsonWriter json, string call, int size)
    {
        WriteMessage(json, "assistant", () =>
        {
            WriteText(json, "I will look at the test first.", cached: false);
            json.WriteRawValue($$$"""{"type":"tool_use","id":"{{{call}}}","name":"Tool3","input":{"path":"/src/tests/OrderTests.cs","limit":200}}""");
        });
        WriteMessage(json, "user", () =>
        {
            json.WriteStartObject();
            json.WriteString("type", "tool_result");
            json.WriteString("tool_use_id", call);
            json.WriteString("content", Prose(size, 2));
            json.WriteEndObject();
        });
    }

    private static void WriteMessage(Utf8JsonWriter json, string role, Action writeContent)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteStartArray("content");
        writeContent();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string text, bool cached)
    {
        json.WriteStartObject();
        json.WriteString("type", "text");
        json.WriteString("text", text);
        if (cached)
            json.WriteRawValueProperty("cache_control", """{"type":"ephemeral"}""");
        json.WriteEndObject();
    }

    private static void WriteRawValueProperty(this Utf8JsonWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value);
    }

    /// <summary>Words in a fixed order that depends on the seed alone.</summary>
    private static string Prose(int length, int seed)
    {
        var text = new StringBuilder(length + 16);
        for (var state = (uint)seed * 2654435761u + 1; text.Length < length; state = state * 1664525u + 1013904223u)
            text.Append(Words[(state >> 16) % (uint)Words.Length]).Append(' ');
        return text.ToString(0, length);
    }
}
