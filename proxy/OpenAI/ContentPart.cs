using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>
/// One part of a content: a text, a refusal, or thinking as Mistral gives it, whose text is again in parts. What it says is in the member that is
/// present.
/// </summary>
internal record struct ContentPart : IJsonElement<ContentPart>
{
    public JsonText Text { get; set; }

    public JsonText Refusal { get; set; }

    public JsonText Thinking { get; set; }

    /// <summary>An array of <see cref="ContentPart"/>.</summary>
    public JsonValue ThinkingParts { get; set; }

    /// <summary>An array of <see cref="UrlCitation"/>.</summary>
    public JsonValue Annotations { get; set; }

    public static ContentPart Read(ref JsonCursor cursor)
    {
        var part = default(ContentPart);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            var kind = cursor.Peek();
            if (kind == JsonKind.Text && name.SequenceEqual("text"u8))
                part.Text = cursor.ReadText();
            else if (kind == JsonKind.Text && name.SequenceEqual("refusal"u8))
                part.Refusal = cursor.ReadText();
            else if (kind == JsonKind.Text && name.SequenceEqual("thinking"u8))
                part.Thinking = cursor.ReadText();
            else if (kind == JsonKind.Array && name.SequenceEqual("thinking"u8))
                part.ThinkingParts = cursor.ReadValue();
            else if (kind == JsonKind.Array && name.SequenceEqual("annotations"u8))
                part.Annotations = cursor.ReadValue();
            else
                cursor.Skip();
        }

        return part;
    }
}
