using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>
/// A page that is named as a source: a <c>url_citation</c> of a text (in chat completions an object inside it), or a source of a web search, which
/// has no title.
/// </summary>
internal record struct UrlCitation : IJsonElement<UrlCitation>
{
    /// <summary>Absent for an annotation of another kind.</summary>
    public JsonText Url { get; set; }

    public JsonText Title { get; set; }

    public static UrlCitation Read(ref JsonCursor cursor)
    {
        var read = default(UrlCitation);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            var kind = cursor.Peek();
            if (kind == JsonKind.Text && name.SequenceEqual("url"u8))
                read.Url = cursor.ReadText();
            else if (kind == JsonKind.Text && name.SequenceEqual("title"u8))
                read.Title = cursor.ReadText();
            else if (kind == JsonKind.Object && name.SequenceEqual("url_citation"u8))
                read = Read(ref cursor);
            else
                cursor.Skip();
        }

        return read;
    }
}
