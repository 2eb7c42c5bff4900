using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>Reads the items of a response's output one by one, with <c>foreach</c>.</summary>
internal ref struct ResponsesItems
{
    private JsonCursor _cursor;

    /// <param name="source">The text that was read as a response before.</param>
    public ResponsesItems(ReadOnlySpan<byte> source, JsonValue items)
    {
        _cursor = new JsonCursor(source, items.Start);
        _cursor.BeginArray();
    }

    public ResponsesItem Current { get; private set; }

    public readonly ResponsesItems GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!_cursor.NextElement())
            return false;
        Current = ResponsesItem.Read(ref _cursor);
        return true;
    }
}
