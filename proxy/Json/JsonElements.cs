namespace ClaudeCodeProxy.Json;

/// <summary>Reads the elements of an array one by one, with <c>foreach</c>.</summary>
internal ref struct JsonElements<T>
    where T : struct, IJsonElement<T>
{
    private JsonCursor _cursor;

    /// <param name="source">The text that the array is a part of.</param>
    public JsonElements(ReadOnlySpan<byte> source, JsonValue array)
    {
        _cursor = new JsonCursor(source, array.Start);
        _cursor.BeginArray();
    }

    public T Current { get; private set; }

    public readonly JsonElements<T> GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!_cursor.NextElement())
            return false;
        Current = T.Read(ref _cursor);
        return true;
    }
}
