using System.Buffers.Text;

namespace ClaudeCodeProxy.Json;

/// <summary>
/// Reads a JSON text forward, strictly (RFC 8259), giving texts and values as slices and no strings. A third of the time of Utf8JsonReader on
/// requests, whose long texts are full of escapes. The text must be valid UTF-8. Throws <see cref="JsonFormatException"/>.
/// </summary>
internal ref partial struct JsonCursor(ReadOnlySpan<byte> json, int position = 0)
{
    /// <summary>Deeper texts are refused: readers recurse.</summary>
    public const int MaxDepth = 64;

    private readonly ReadOnlySpan<byte> _json = json;
    private int _depth;
    private bool _opened;

    /// <summary>Offset of the next byte to be read.</summary>
    public int Position { get; private set; } = position;

    /// <summary>The kind of the value that comes next.</summary>
    public JsonKind Peek() => SkipSpace() switch
    {
        (byte)'{' => JsonKind.Object,
        (byte)'[' => JsonKind.Array,
        (byte)'"' => JsonKind.Text,
        (byte)'t' => JsonKind.True,
        (byte)'f' => JsonKind.False,
        (byte)'n' => JsonKind.Null,
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => JsonKind.Number,
        _ => throw Fail("expected a value"),
    };

    public void BeginObject() => Open((byte)'{', "expected an object");

    public void BeginArray() => Open((byte)'[', "expected an array");

    /// <summary>Goes to the next member's value and gives its unescaped name; false after the last, with the object's end consumed.</summary>
    public bool NextMember(out ReadOnlySpan<byte> name)
    {
        name = default;
        if (!NextItem((byte)'}'))
            return false;
        name = ReadName().In(_json);
        if (name.Contains((byte)'\\'))
            name = System.Text.Encoding.UTF8.GetBytes(JsonEscapes.Unescape(name));
        return true;
    }

    /// <summary>Goes to the next element; false after the last, with the array's end consumed.</summary>
    public bool NextElement() => NextItem((byte)']');

    public JsonText ReadText()
    {
        if (SkipSpace() != '"')
            throw Fail("expected a string");
        var start = ++Position;
        while (true)
        {
            Position = JsonEscapes.FindSpecial(_json, Position);
            if (Position == _json.Length)
                throw EndOfText();
            if (_json[Position] == '"')
                return new JsonText(start, Position++ - start);
            SkipEscape();
        }
    }

    /// <summary>Reads a string, or nothing where null stands.</summary>
    public JsonText ReadTextOrNull() => SkipNull() ? default : ReadText();

    /// <summary>Reads a number, as it is written.</summary>
    public JsonValue ReadNumber()
    {
        if (Peek() != JsonKind.Number)
            throw Fail("expected a number");
        var start = Position;
        if (_json[Position] == '-')
            Position++;
        if (At((byte)'0'))
            Position++;
        else
            SkipDigits();
        if (At((byte)'.'))
        {
            Position++;
            SkipDigits();
        }

        if (At((byte)'e') || At((byte)'E'))
        {
            Position++;
            if (At((byte)'+') || At((byte)'-'))
                Position++;
            SkipDigits();
        }

        return new JsonValue(start, Position - start);
    }

    public int ReadInt()
    {
        var number = ReadNumber();
        if (Utf8Parser.TryParse(number.In(_json), out int value, out var consumed) && consumed == number.Length)
            return value;
        throw new JsonFormatException(number.Start, "expected a whole number");
    }

    public bool ReadBool()
    {
        var kind = Peek();
        if (kind is not (JsonKind.True or JsonKind.False))
            throw Fail("expected true or false");
        Skip();
        return kind == JsonKind.True;
    }

    public JsonValue ReadValue()
    {
        SkipSpace();
        var start = Position;
        Skip();
        return new JsonValue(start, Position - start);
    }

    /// <summary>Goes to where the next value begins.</summary>
    public int FindValue()
    {
        SkipSpace();
        return Position;
    }

    /// <summary>Passes over a value that was read before in the same words, from where it begins.</summary>
    public void SkipKnown(int length) => Position += length;

    /// <summary>The bytes of a value of any kind.</summary>
    public ReadOnlySpan<byte> Take() => ReadValue().In(_json);

    /// <summary>True, and null consumed, where null stands.</summary>
    public bool SkipNull()
    {
        if (SkipSpace() != 'n')
            return false;
        SkipLiteral("null"u8);
        return true;
    }

    /// <summary>Passes over a value of any kind, checking it.</summary>
    public void Skip()
    {
        switch (Peek())
        {
            case JsonKind.Object:
                BeginObject();
                while (NextItem((byte)'}'))
                {
                    ReadName();
                    Skip();
                }

                break;
            case JsonKind.Array:
                BeginArray();
                while (NextElement())
                    Skip();
                break;
            case JsonKind.Text: ReadText(); break;
            case JsonKind.Number: ReadNumber(); break;
            case JsonKind.True: SkipLiteral("true"u8); break;
            case JsonKind.False: SkipLiteral("false"u8); break;
            default: SkipLiteral("null"u8); break;
        }
    }

    /// <summary>Only space may follow.</summary>
    public void ExpectEnd()
    {
        while (Position < _json.Length && IsSpace(_json[Position]))
            Position++;
        if (Position < _json.Length)
            throw Fail("expected nothing after the value");
    }

    public readonly JsonFormatException Fail(string problem) => new(Position, problem);
}
