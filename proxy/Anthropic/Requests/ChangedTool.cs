using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>
/// The <c>tool</c> of a <see cref="ToolChangeBlock"/>: <c>{"type":"tool_reference","name":…}</c> or <c>{"type":"tool_definition","definition":…}</c>.
/// Both are absent for another type.
/// </summary>
internal readonly record struct ChangedTool(JsonText Name, Tool? Definition)
{
    public static ChangedTool Read(ref JsonCursor cursor, ReadOnlySpan<byte> source)
    {
        JsonText type = default, tool = default;
        Tool? definition = null;
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("type"u8))
                type = cursor.ReadText();
            else if (name.SequenceEqual("name"u8))
                tool = cursor.ReadTextOrNull();
            else if (name.SequenceEqual("definition"u8) && !cursor.SkipNull())
                definition = ToolReader.Read(ref cursor, source);
            else
                cursor.Skip();
        }

        if (type.Is(source, "tool_definition"u8) && definition is not null)
            return new ChangedTool(default, definition);
        return type.Is(source, "tool_reference"u8) ? new ChangedTool(tool, null) : default;
    }
}
