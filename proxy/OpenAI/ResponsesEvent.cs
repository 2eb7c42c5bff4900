using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>One event of a streamed response, as slices of its text.</summary>
internal record struct ResponsesEvent
{
    public JsonText Type { get; set; }

    public JsonText ItemId { get; set; }

    public int? OutputIndex { get; set; }

    public int SummaryIndex { get; set; }

    public JsonText Delta { get; set; }

    /// <summary>All arguments of a call, when they are done.</summary>
    public JsonText Arguments { get; set; }

    /// <summary>An output item, to be read as a <see cref="ResponsesItem"/>.</summary>
    public JsonValue Item { get; set; }

    public JsonValue Annotation { get; set; }

    /// <summary>The response so far, or at its end, to be read as a <see cref="ResponsesObject"/>.</summary>
    public JsonValue Response { get; set; }

    /// <summary>Upstreams report errors inside a 200 stream in either of two shapes, of which this is one.</summary>
    public JsonValue Error { get; set; }

    /// <summary>Reads an event; null stands for absent everywhere.</summary>
    public static ResponsesEvent Read(ReadOnlySpan<byte> source)
    {
        var read = default(ResponsesEvent);
        var cursor = new JsonCursor(source);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (cursor.SkipNull())
                continue;
            if (name.SequenceEqual("type"u8))
                read.Type = cursor.ReadText();
            else if (name.SequenceEqual("delta"u8) && cursor.Peek() == JsonKind.Text)
                read.Delta = cursor.ReadText();
            else if (name.SequenceEqual("item_id"u8))
                read.ItemId = cursor.ReadText();
            else if (name.SequenceEqual("output_index"u8))
                read.OutputIndex = cursor.ReadInt();
            else if (name.SequenceEqual("summary_index"u8))
                read.SummaryIndex = cursor.ReadInt();
            else if (name.SequenceEqual("arguments"u8) && cursor.Peek() == JsonKind.Text)
                read.Arguments = cursor.ReadText();
            else if (name.SequenceEqual("item"u8))
                read.Item = cursor.ReadValue();
            else if (name.SequenceEqual("annotation"u8))
                read.Annotation = cursor.ReadValue();
            else if (name.SequenceEqual("response"u8))
                read.Response = cursor.ReadValue();
            else if (name.SequenceEqual("error"u8))
                read.Error = cursor.ReadValue();
            else
                cursor.Skip();
        }

        cursor.ExpectEnd();
        return read;
    }
}
