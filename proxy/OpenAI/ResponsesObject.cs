using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>A response as a whole: the body when no stream was asked for, and what the last event of a stream repeats.</summary>
internal record struct ResponsesObject
{
    public JsonText Status { get; set; }

    /// <summary>Why the status is <c>incomplete</c>.</summary>
    public JsonText IncompleteReason { get; set; }

    /// <summary>An array of output items.</summary>
    public JsonValue Output { get; set; }

    public UpstreamUsage? Usage { get; set; }

    public JsonValue Error { get; set; }

    public readonly FinishReason Finish(ReadOnlySpan<byte> source) => Status.In(source) switch
    {
        [] => FinishReason.None,
        var status when status.SequenceEqual("completed"u8) => FinishReason.Stop,
        var status when status.SequenceEqual("failed"u8) || status.SequenceEqual("cancelled"u8) => FinishReason.Error,
        var status when status.SequenceEqual("incomplete"u8) => IncompleteFinish(source),
        _ => FinishReason.None,
    };

    /// <summary>Reads the response that begins at a position of the source.</summary>
    public static ResponsesObject Read(ReadOnlySpan<byte> source, int start)
    {
        var read = default(ResponsesObject);
        var cursor = new JsonCursor(source, start);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (cursor.SkipNull())
                continue;
            if (name.SequenceEqual("status"u8))
                read.Status = cursor.ReadText();
            else if (name.SequenceEqual("output"u8))
                read.Output = cursor.ReadValue();
            else if (name.SequenceEqual("usage"u8))
                read.Usage = UsageReader.Read(ref cursor);
            else if (name.SequenceEqual("error"u8))
                read.Error = cursor.ReadValue();
            else if (name.SequenceEqual("incomplete_details"u8))
                read.IncompleteReason = ReadReason(ref cursor);
            else
                cursor.Skip();
        }

        return read;
    }

    /// <summary>A response that was steered or had enough messages stopped between two items, and all of it is there.</summary>
    private readonly FinishReason IncompleteFinish(ReadOnlySpan<byte> source)
    {
        if (IncompleteReason.Is(source, "content_filter"u8))
            return FinishReason.ContentFilter;
        return IncompleteReason.Is(source, "steered"u8) || IncompleteReason.Is(source, "max_messages"u8) ? FinishReason.Stop : FinishReason.Length;
    }

    private static JsonText ReadReason(ref JsonCursor cursor)
    {
        var reason = default(JsonText);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("reason"u8))
                reason = cursor.ReadTextOrNull();
            else
                cursor.Skip();
        }

        return reason;
    }
}
