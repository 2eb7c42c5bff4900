using System.Runtime.CompilerServices;

namespace ClaudeCodeProxy.Json;

// The grammar, byte by byte; what callers use is in the other file.
internal ref partial struct JsonCursor
{
    private static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    private readonly JsonFormatException EndOfText() => new(_json.Length, "the JSON text ends too early");

    private readonly bool At(byte value) => Position < _json.Length && _json[Position] == value;

    /// <summary>Gives the next byte that is not space, without consuming it. Clients write without space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte SkipSpace() => Position < _json.Length && _json[Position] is > (byte)' ' and var value ? value : SkipManySpaces();

    private byte SkipManySpaces()
    {
        while (Position < _json.Length)
        {
            var value = _json[Position];
            if (!IsSpace(value))
                return value;
            Position++;
        }

        throw EndOfText();
    }

    private void Open(byte bracket, string problem)
    {
        if (SkipSpace() != bracket)
            throw Fail(problem);
        if (++_depth > MaxDepth)
            throw Fail($"nested deeper than {MaxDepth} levels");
        Position++;
        _opened = true;
    }

    private bool NextItem(byte close)
    {
        var next = SkipSpace();
        if (next == close)
        {
            Position++;
            _depth--;
            _opened = false;
            return false;
        }

        if (_opened)
        {
            _opened = false;
            return true;
        }

        if (next != ',')
            throw Fail($"expected ',' or '{(char)close}'");
        Position++;
        return true;
    }

    private JsonText ReadName()
    {
        var name = ReadText();
        if (SkipSpace() != ':')
            throw Fail("expected ':'");
        Position++;
        return name;
    }

    private void SkipEscape()
    {
        if (_json[Position] != '\\')
            throw Fail("a control character in a string must be escaped");
        if (Position + 1 >= _json.Length)
            throw EndOfText();
        var length = _json[Position + 1] switch
        {
            (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' => 2,
            (byte)'u' => 6,
            _ => throw Fail("unknown escape in a string"),
        };
        if (Position + length > _json.Length)
            throw EndOfText();
        if (length == 6 && !JsonEscapes.TryCodeUnit(_json[Position..], out _))
            throw Fail("unknown escape in a string");
        Position += length;
    }

    private void SkipDigits()
    {
        var start = Position;
        while (Position < _json.Length && char.IsAsciiDigit((char)_json[Position]))
            Position++;
        if (Position == start)
            throw Fail("expected a digit");
    }

    private void SkipLiteral(ReadOnlySpan<byte> literal)
    {
        if (!_json[Position..].StartsWith(literal))
            throw Fail("expected a value");
        Position += literal.Length;
    }
}
