using System.Text;

namespace ClaudeCodeProxy.Json;

/// <summary>
/// Names the place of a byte in a JSON text, like <c>messages.3.content</c>. Worked out only when there is something to complain about.
/// </summary>
internal static class JsonPath
{
    /// <summary>The path to the innermost value around a position; in a malformed text, as far as it can be read.</summary>
    public static string To(ReadOnlySpan<byte> json, int position)
    {
        var path = new StringBuilder();
        try
        {
            Descend(new JsonCursor(json), position, path);
        }
        catch (JsonFormatException)
        {
            // The text is broken here: the path so far is the place.
        }

        return path.ToString();
    }

    private static void Descend(JsonCursor cursor, int position, StringBuilder path)
    {
        var kind = cursor.Peek();
        if (position <= cursor.Position)
            return;
        if (kind == JsonKind.Object)
        {
            cursor.BeginObject();
            while (cursor.NextMember(out var name) && !Entered(ref cursor, position, path, Encoding.UTF8.GetString(name)))
            {
            }
        }
        else if (kind == JsonKind.Array)
        {
            cursor.BeginArray();
            for (var index = 0; cursor.NextElement() && !Entered(ref cursor, position, path, $"{index}"); index++)
            {
            }
        }
    }

    private static bool Entered(ref JsonCursor cursor, int position, StringBuilder path, string name)
    {
        // Before the value stands the name, which belongs to the object.
        if (position < cursor.Position)
            return true;
        var start = cursor;
        if (Passed(ref cursor) && cursor.Position <= position)
            return false;
        if (path.Length > 0)
            path.Append('.');
        path.Append(name);
        Descend(start, position, path);
        return true;
    }

    private static bool Passed(ref JsonCursor cursor)
    {
        try
        {
            cursor.Skip();
            return true;
        }
        catch (JsonFormatException)
        {
            return false;
        }
    }
}
