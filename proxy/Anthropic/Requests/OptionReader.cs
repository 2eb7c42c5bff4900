using System.Collections.Immutable;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>Reads the smaller options of a request.</summary>
internal static class OptionReader
{
    public static Thinking ReadThinking(ref JsonCursor cursor, ReadOnlySpan<byte> source)
    {
        JsonText type = default, display = default;
        var budget = 0;
        cursor.BeginObject();
        var start = cursor.Position;
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("type"u8))
                type = cursor.ReadText();
            else if (name.SequenceEqual("budget_tokens"u8) && !cursor.SkipNull())
                budget = cursor.ReadInt();
            else if (name.SequenceEqual("display"u8))
                display = cursor.ReadTextOrNull();
            else
                cursor.Skip();
        }

        var kind = ReadKind(type, source) ?? throw new JsonFormatException(start, "type must be enabled, adaptive, between_tools or disabled");
        return new Thinking(kind, kind == ThinkingKind.Enabled ? budget : 0) { Display = ReadDisplay(display, source) };
    }

    private static ThinkingKind? ReadKind(JsonText type, ReadOnlySpan<byte> source)
    {
        if (type.Is(source, "enabled"u8))
            return ThinkingKind.Enabled;
        if (type.Is(source, "adaptive"u8))
            return ThinkingKind.Adaptive;
        if (type.Is(source, "between_tools"u8))
            return ThinkingKind.BetweenTools;
        return type.Is(source, "disabled"u8) ? ThinkingKind.Disabled : null;
    }

    /// <summary>What a later API may call otherwise counts as the default.</summary>
    private static ThinkingDisplay ReadDisplay(JsonText display, ReadOnlySpan<byte> source)
    {
        if (display.Is(source, "omitted"u8))
            return ThinkingDisplay.Omitted;
        return display.Is(source, "updates"u8) ? ThinkingDisplay.Updates : ThinkingDisplay.Summarized;
    }

    public static OutputConfig ReadOutputConfig(ref JsonCursor cursor)
    {
        JsonText effort = default;
        JsonValue schema = default;
        var hasTaskBudget = false;
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("effort"u8))
                effort = cursor.ReadTextOrNull();
            else if (name.SequenceEqual("format"u8) && !cursor.SkipNull())
                schema = ReadSchema(ref cursor);
            else if (name.SequenceEqual("task_budget"u8) && !cursor.SkipNull())
                (hasTaskBudget, _) = (true, cursor.ReadValue());
            else
                cursor.Skip();
        }

        return new OutputConfig(effort, schema, hasTaskBudget);
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

    /// <summary><c>{"enabled":true}</c></summary>
    public static bool ReadEnabled(ref JsonCursor cursor)
    {
        var isEnabled = false;
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("enabled"u8) && !cursor.SkipNull())
                isEnabled = cursor.ReadBool();
            else
                cursor.Skip();
        }

        return isEnabled;
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
