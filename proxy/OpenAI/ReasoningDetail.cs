using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>
/// One of OpenRouter's <c>reasoning_details</c> or, in a stream, the next piece of one:
/// <c>{"type":"reasoning.text","text":…,"signature":…,"format":…,"id":…,"index":0}</c>, likewise <c>reasoning.summary</c> with <c>summary</c>, and
/// <c>reasoning.encrypted</c> with <c>data</c>. Null stands for absent.
/// </summary>
internal struct ReasoningDetail : IJsonElement<ReasoningDetail>
{
    /// <summary>All of it, an object.</summary>
    public JsonValue Whole { get; private set; }

    public JsonValue Type { get; private set; }

    public JsonValue Index { get; private set; }

    public JsonValue Id { get; private set; }

    public JsonValue Data { get; private set; }

    /// <summary>The words that can be read, of a text or a summary.</summary>
    public JsonText Text { get; private set; }

    public static ReasoningDetail Read(ref JsonCursor cursor)
    {
        var detail = default(ReasoningDetail);
        cursor.BeginObject();
        var start = cursor.Position - 1;
        while (cursor.NextMember(out var name))
        {
            if (cursor.SkipNull())
                continue;
            if (IsWords(name) && cursor.Peek() == JsonKind.Text)
                detail.Text = cursor.ReadText();
            else if (name.SequenceEqual("type"u8))
                detail.Type = cursor.ReadValue();
            else if (name.SequenceEqual("index"u8))
                detail.Index = cursor.ReadValue();
            else if (name.SequenceEqual("id"u8))
                detail.Id = cursor.ReadValue();
            else if (name.SequenceEqual("data"u8))
                detail.Data = cursor.ReadValue();
            else
                cursor.Skip();
        }

        detail.Whole = new JsonValue(start, cursor.Position - start);
        return detail;
    }

    /// <summary>The member of that name goes on from piece to piece.</summary>
    public static bool IsWords(ReadOnlySpan<byte> name) => name.SequenceEqual("text"u8) || name.SequenceEqual("summary"u8);
}
