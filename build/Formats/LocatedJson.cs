using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats;

/// <summary>Reads JSON with comments and trailing commas, as devcontainer.json may have them, and keeps the lines.</summary>
internal static class LocatedJson
{
    private static readonly JsonReaderOptions Options =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = LocatedValue.DeepestNesting };

    /// <param name="file">Named in the error.</param>
    /// <exception cref="InputException">The text is not JSON, or names a member twice, so that readers may disagree about it.</exception>
    public static LocatedValue Parse(string file, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var reader = new Utf8JsonReader(bytes, Options);
        var lines = new LineIndex(bytes);
        try
        {
            reader.Read();
            var value = Read(ref reader, lines, file);
            // Anything but the end of the text throws here.
            reader.Read();
            return value;
        }
        catch (JsonException broken)
        {
            throw Wrong(file, (int)(broken.LineNumber ?? 0) + 1, broken);
        }
        catch (InvalidOperationException broken)
        {
            // Half a surrogate pair is not a character.
            throw Wrong(file, lines.LineOf(reader.TokenStartIndex), broken);
        }
    }

    private static LocatedValue Read(ref Utf8JsonReader reader, LineIndex lines, string file)
    {
        var line = lines.LineOf(reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new(line, JsonValueKind.Object, null) { Members = ReadMembers(ref reader, lines, file) },
            JsonTokenType.StartArray => new(line, JsonValueKind.Array, null) { Items = ReadItems(ref reader, lines, file) },
            JsonTokenType.String => new(line, JsonValueKind.String, reader.GetString()),
            JsonTokenType.True => new(line, JsonValueKind.True, "true"),
            JsonTokenType.False => new(line, JsonValueKind.False, "false"),
            JsonTokenType.Null => new(line, JsonValueKind.Null, null),
            _ => new(line, JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan)),
        };
    }

    private static ImmutableArray<LocatedMember> ReadMembers(ref Utf8JsonReader reader, LineIndex lines, string file)
    {
        var members = ImmutableArray.CreateBuilder<LocatedMember>();
        var names = new HashSet<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var line = lines.LineOf(reader.TokenStartIndex);
            if (!names.Add(name))
                throw LocatedMember.SecondTime(file, line, name);
            reader.Read();
            members.Add(new(name, line, Read(ref reader, lines, file)));
        }

        return members.DrainToImmutable();
    }

    private static ImmutableArray<LocatedValue> ReadItems(ref Utf8JsonReader reader, LineIndex lines, string file)
    {
        var items = ImmutableArray.CreateBuilder<LocatedValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Read(ref reader, lines, file));
        return items.DrainToImmutable();
    }

    private static InputException Wrong(string file, int line, Exception cause) =>
        InputException.At(file, line, $"not valid JSON with comments; correct it. ({cause.Message})", cause);

    /// <summary>Byte offsets to lines; JSON strings hold no raw line break, so counting newlines is exact.</summary>
    private sealed class LineIndex(byte[] text)
    {
        private long _offset;
        private int _line = 1;

        /// <summary>Offsets must not go back.</summary>
        public int LineOf(long offset)
        {
            _line += text.AsSpan((int)_offset, (int)(offset - _offset)).Count((byte)'\n');
            _offset = offset;
            return _line;
        }
    }
}
