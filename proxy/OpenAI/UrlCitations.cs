using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>Reads the web pages named in <c>annotations</c> one by one, with <c>foreach</c>; of other annotations both texts are empty.</summary>
internal ref struct UrlCitations
{
    private JsonCursor _cursor;

    /// <param name="source">The text that was read as an answer before.</param>
    public UrlCitations(ReadOnlySpan<byte> source, JsonValue annotations)
    {
        _cursor = new JsonCursor(source, annotations.Start);
        _cursor.BeginArray();
    }

    public (JsonText Url, JsonText Title) Current { get; private set; }

    public readonly UrlCitations GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!_cursor.NextElement()) return false;
        Current = default;
        if (_cursor.Peek() == JsonKind.Object) Read();
        else _cursor.Skip();
        return true;
    }

    private void Read()
    {
        _cursor.BeginObject();
        while (_cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("url_citation"u8) && _cursor.Peek() == JsonKind.Object) Read();
            else if (name.SequenceEqual("url"u8) && _cursor.Peek() == JsonKind.Text) Current = (_cursor.ReadText(), Current.Title);
            else if (name.SequenceEqual("title"u8) && _cursor.Peek() == JsonKind.Text) Current = (Current.Url, _cursor.ReadText());
            else _cursor.Skip();
        }
    }
}
