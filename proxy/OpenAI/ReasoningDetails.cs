using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>Reads the thoughts in OpenRouter's <c>reasoning_details</c> one by one, with <c>foreach</c>; encrypted ones are empty.</summary>
internal ref struct ReasoningDetails
{
    private JsonCursor _cursor;

    /// <param name="source">The text that was read as a response before.</param>
    public ReasoningDetails(ReadOnlySpan<byte> source, JsonValue details)
    {
        _cursor = new JsonCursor(source, details.Start);
        _cursor.BeginArray();
    }

    public JsonText Current { get; private set; }

    public readonly ReasoningDetails GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!_cursor.NextElement())
            return false;
        Current = default;
        _cursor.BeginObject();
        while (_cursor.NextMember(out var name))
        {
            if (_cursor.SkipNull())
                continue;
            if (name.SequenceEqual("text"u8) || name.SequenceEqual("summary"u8))
                Current = _cursor.ReadText();
            else
                _cursor.Skip();
        }

        return true;
    }
}
