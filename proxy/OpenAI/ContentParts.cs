using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>
/// Reads content in parts one by one, with <c>foreach</c>: texts, refusals, and thoughts as Mistral gives them, whose text is again in parts.
/// </summary>
internal ref struct ContentParts
{
    private JsonCursor _cursor;

    /// <param name="source">The text that was read as a response before.</param>
    public ContentParts(ReadOnlySpan<byte> source, JsonValue parts)
    {
        _cursor = new JsonCursor(source, parts.Start);
        _cursor.BeginArray();
    }

    public ContentPart Current { get; private set; }

    public readonly ContentParts GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!_cursor.NextElement())
            return false;
        var part = default(ContentPart);
        _cursor.BeginObject();
        while (_cursor.NextMember(out var name))
        {
            var kind = _cursor.Peek();
            if (kind == JsonKind.Text && name.SequenceEqual("text"u8))
                part.Text = _cursor.ReadText();
            else if (kind == JsonKind.Text && name.SequenceEqual("refusal"u8))
                part.Refusal = _cursor.ReadText();
            else if (kind == JsonKind.Text && name.SequenceEqual("thinking"u8))
                part.Thought = _cursor.ReadText();
            else if (kind == JsonKind.Array && name.SequenceEqual("thinking"u8))
                part.Thoughts = _cursor.ReadValue();
            else if (kind == JsonKind.Array && name.SequenceEqual("annotations"u8))
                part.Annotations = _cursor.ReadValue();
            else
                _cursor.Skip();
        }

        Current = part;
        return true;
    }
}

/// <summary>One part: what it says is in the member that is present.</summary>
internal record struct ContentPart
{
    public JsonText Text { get; set; }

    public JsonText Refusal { get; set; }

    public JsonText Thought { get; set; }

    /// <summary>An array, to be read with <see cref="ContentParts"/>.</summary>
    public JsonValue Thoughts { get; set; }

    /// <summary>An array, to be read with <see cref="UrlCitations"/>.</summary>
    public JsonValue Annotations { get; set; }
}
