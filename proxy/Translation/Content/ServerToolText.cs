using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Content;

/// <summary>
/// The readable part of what a server tool found: titles, addresses, texts, output, error codes, a line each. What is encrypted, and what says how
/// to show it, is left out.
/// </summary>
internal static class ServerToolText
{
    public static void Write(ref JsonWriter json, JsonValue content)
    {
        var cursor = new JsonCursor(json.Source, content.Start);
        Write(ref json, ref cursor);
    }

    private static void Write(ref JsonWriter json, ref JsonCursor cursor)
    {
        switch (cursor.Peek())
        {
            case JsonKind.Text: WriteLine(ref json, cursor.ReadText()); break;
            case JsonKind.Array:
                cursor.BeginArray();
                while (cursor.NextElement())
                    Write(ref json, ref cursor);
                break;
            case JsonKind.Object:
                cursor.BeginObject();
                while (cursor.NextMember(out var name))
                    WriteMember(ref json, ref cursor, name);
                break;
            default: cursor.Skip(); break;
        }
    }

    private static void WriteMember(ref JsonWriter json, ref JsonCursor cursor, ReadOnlySpan<byte> name)
    {
        if (IsReadable(name))
            Write(ref json, ref cursor);
        else if (name.SequenceEqual("source"u8) && IsText(json.Source, cursor))
            Write(ref json, ref cursor);
        else
            cursor.Skip();
    }

    private static bool IsReadable(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("title"u8) || name.SequenceEqual("url"u8) || name.SequenceEqual("text"u8) || name.SequenceEqual("content"u8)
        || name.SequenceEqual("stdout"u8) || name.SequenceEqual("stderr"u8) || name.SequenceEqual("lines"u8) || name.SequenceEqual("data"u8)
        || name.SequenceEqual("error_code"u8) || name.SequenceEqual("error_message"u8) || name.SequenceEqual("tool_name"u8)
        || name.SequenceEqual("tool_references"u8) || name.SequenceEqual("page_age"u8);

    /// <summary>A fetched document's source is given when it is text, not when it is base64.</summary>
    private static bool IsText(ReadOnlySpan<byte> source, JsonCursor cursor)
    {
        if (cursor.Peek() != JsonKind.Object)
            return false;
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("type"u8) && cursor.Peek() == JsonKind.Text)
                return cursor.ReadText().Is(source, "text"u8);
            cursor.Skip();
        }

        return false;
    }

    private static void WriteLine(ref JsonWriter json, JsonText text)
    {
        if (text.IsEmpty)
            return;
        json.Raw("\\n"u8);
        json.Content(text);
    }
}
