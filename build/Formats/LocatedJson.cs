using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Formats;

/// <summary>Reads JSON with comments and trailing commas, as devcontainer.json may have them, and keeps the lines.</summary>
internal static class LocatedJson
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="file">Named in the error.</param>
    /// <exception cref="InputException">The text is no JSON, or names a member twice, so that readers may disagree about it.</exception>
    public static LocatedValue Parse(string file, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            var lines = new LineIndex(bytes);
            reader.Read();
            var value = Read(ref reader, lines, file);
            // Anything but the end of the text throws here.
            reader.Read();
            return value;
        }
        catch (JsonException broken)
        {
            throw new InputException($"{file}:{broken.LineNumber + 1} is not valid JSON with comments; correct it. ({broken.Message})", broken)
            {
                Line = (int?)broken.LineNumber + 1,
            };
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
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var line = lines.LineOf(reader.TokenStartIndex);
            if (members.Any(member => member.Name == name))
                throw new InputException($"{file}:{line} names “{name}” a second time, and readers differ in which one counts; remove one.") { Line = line };
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
