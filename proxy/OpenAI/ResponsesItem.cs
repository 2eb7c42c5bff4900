using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>One item of a response's output: a message, reasoning, a function call or a web search.</summary>
internal record struct ResponsesItem : IJsonElement<ResponsesItem>
{
    public JsonText Type { get; set; }

    public JsonText Id { get; set; }

    public JsonText Status { get; set; }

    public JsonText CallId { get; set; }

    public JsonText Name { get; set; }

    public JsonText Arguments { get; set; }

    /// <summary>The reasoning itself, which only the provider can read and wants back.</summary>
    public JsonText EncryptedContent { get; set; }

    /// <summary>An array with what a message says or the reasoning in full, of <see cref="ContentPart"/>.</summary>
    public JsonValue Content { get; set; }

    /// <summary>An array that sums up the reasoning, of <see cref="ContentPart"/>.</summary>
    public JsonValue Summary { get; set; }

    /// <summary>What was searched for, and where something was found.</summary>
    public JsonValue Action { get; set; }

    public static ResponsesItem Read(ref JsonCursor cursor)
    {
        var read = default(ResponsesItem);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (cursor.SkipNull())
                continue;
            var kind = cursor.Peek();
            if (kind == JsonKind.Text)
                read.Take(name, cursor.ReadText());
            else if (kind == JsonKind.Array && name.SequenceEqual("content"u8))
                read.Content = cursor.ReadValue();
            else if (kind == JsonKind.Array && name.SequenceEqual("summary"u8))
                read.Summary = cursor.ReadValue();
            else if (kind == JsonKind.Object && name.SequenceEqual("action"u8))
                read.Action = cursor.ReadValue();
            else
                cursor.Skip();
        }

        return read;
    }

    private void Take(ReadOnlySpan<byte> name, JsonText text)
    {
        if (name.SequenceEqual("type"u8))
            Type = text;
        else if (name.SequenceEqual("id"u8))
            Id = text;
        else if (name.SequenceEqual("status"u8))
            Status = text;
        else if (name.SequenceEqual("call_id"u8))
            CallId = text;
        else if (name.SequenceEqual("name"u8))
            Name = text;
        else if (name.SequenceEqual("arguments"u8))
            Arguments = text;
        else if (name.SequenceEqual("encrypted_content"u8))
            EncryptedContent = text;
    }
}
