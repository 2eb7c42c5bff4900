using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>What a web search of the Responses API looked for, and the addresses it read: an array of <c>{"type":"url","url":…}</c>.</summary>
internal record struct WebSearchAction
{
    /// <summary>The words that were searched for, or the page that was opened.</summary>
    public JsonText Query { get; set; }

    public JsonValue Sources { get; set; }

    public static WebSearchAction Read(ReadOnlySpan<byte> source, JsonValue action)
    {
        var read = default(WebSearchAction);
        if (!action.IsPresent)
            return read;
        var cursor = new JsonCursor(source, action.Start);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            var kind = cursor.Peek();
            if (kind == JsonKind.Text && (name.SequenceEqual("query"u8) || name.SequenceEqual("url"u8)))
                read.Query = cursor.ReadText();
            else if (kind == JsonKind.Array && name.SequenceEqual("sources"u8))
                read.Sources = cursor.ReadValue();
            else
                cursor.Skip();
        }

        return read;
    }
}
