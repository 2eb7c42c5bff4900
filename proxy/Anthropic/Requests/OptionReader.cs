using System.Collections.Immutable;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>Reads the smaller options of a request.</summary>
internal static class OptionReader
{
    public static Thinking ReadThinking(ref JsonCursor cursor, ReadOnlySpan<byte> source)
    {
        JsonText type = default;
        var budget = 0;
        cursor.BeginObject();
        var start = cursor.Position;
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("type"u8))
                type = cursor.ReadText();
            else if (name.SequenceEqual("budget_tokens"u8) && !cursor.SkipNull())
                budget = cursor.ReadInt();
            else
                cursor.Skip();
        }

        if (type.Is(source, "enabled"u8))
            return new Thinking(ThinkingKind.Enabled, budget);
        if (type.Is(source, "adaptive"u8))
            return new Thinking(ThinkingKind.Adaptive, 0);
        if (type.Is(source, "disabled"u8))
            return new Thinking(ThinkingKind.Disabled, 0);
        throw new JsonFormatException(start, "type must be enabled, adaptive or disabled");
    }

    public static OutputConfig ReadOutputConfig(ref JsonCursor cursor)
    {
        JsonText effort = default;
        JsonValue schema = default;
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("effort"u8))
                effort = cursor.ReadTextOrNull();
            else if (name.SequenceEqual("format"u8) && !cursor.SkipNull())
                schema = ReadSchema(ref cursor);
            else
                cursor.Skip();
        }

        return new OutputConfig(effort, schema);
    }

    public static ImmutableArray<JsonText> ReadStopSequences(ref JsonCursor cursor)
    {
        var sequences = ImmutableArray.CreateBuilder<JsonText>();
        cursor.BeginArray();
        while (cursor.NextElement())
        {
            var sequence = cursor.ReadText();
            if (!sequence.IsEmpty)
                sequences.Add(sequence);
        }

        return sequences.DrainToImmutable();
    }

    public static JsonText ReadUserId(ref JsonCursor cursor)
    {
        JsonText userId = default;
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("user_id"u8))
                userId = cursor.ReadTextOrNull();
            else
                cursor.Skip();
        }

        return userId;
    }

    /// <summary>Of an output format, which betas called <c>output_format</c> and had beside <c>output_config</c>.</summary>
    public static JsonValue ReadSchema(ref JsonCursor cursor)
    {
        JsonValue value = default;
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("schema"u8))
                value = cursor.ReadValue();
            else
                cursor.Skip();
        }

        return value;
    }
}
