using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace ClaudeCodeProxy.Json;

/// <summary>
/// Writes JSON by literals and by slices of one source, which keep their bytes. Nothing is written for good before <see cref="Commit"/>.
/// </summary>
internal ref struct JsonWriter(IBufferWriter<byte> output, ReadOnlySpan<byte> source)
{
    private readonly IBufferWriter<byte> _output = output;
    private readonly ReadOnlySpan<byte> _source = source;
    private Span<byte> _free;
    private int _used;
    private byte _last;

    public readonly ReadOnlySpan<byte> Source => _source;

    public void Raw(scoped ReadOnlySpan<byte> json)
    {
        if (json.Length > _free.Length - _used)
            Grow(json.Length);
        json.CopyTo(_free[_used..]);
        _used += json.Length;
    }

    /// <summary>A text's inside, to stand between quotes.</summary>
    public void Content(JsonText text) => Raw(text.In(_source));

    public void Text(JsonText text)
    {
        Raw("\""u8);
        Content(text);
        Raw("\""u8);
    }

    public void Value(JsonValue value) => Raw(value.In(_source));

    /// <summary>Plain UTF-8, escaped to stand between quotes.</summary>
    public void Escape(scoped ReadOnlySpan<byte> plain)
    {
        while (true)
        {
            var run = JsonEscapes.FindSpecial(plain, 0);
            Raw(plain[..run]);
            if (run == plain.Length)
                return;
            EscapeOne(plain[run]);
            plain = plain[(run + 1)..];
        }
    }

    public void Text(string plain)
    {
        Raw("\""u8);
        Escape(Encoding.UTF8.GetBytes(plain));
        Raw("\""u8);
    }

    public void Number(long number)
    {
        const int MaxDigits = 20;
        if (MaxDigits > _free.Length - _used)
            Grow(MaxDigits);
        Utf8Formatter.TryFormat(number, _free[_used..], out var length);
        _used += length;
    }

    /// <summary>A comma, unless what follows is the first in its object or array.</summary>
    public void Comma()
    {
        var last = _used > 0 ? _free[_used - 1] : _last;
        if (last is not ((byte)'[' or (byte)'{'))
            Raw(","u8);
    }

    public void Commit()
    {
        if (_used == 0)
            return;
        _last = _free[_used - 1];
        _output.Advance(_used);
        _free = default;
        _used = 0;
    }

    private void EscapeOne(byte special)
    {
        switch (special)
        {
            case (byte)'"': Raw("\\\""u8); break;
            case (byte)'\\': Raw("\\\\"u8); break;
            case (byte)'\n': Raw("\\n"u8); break;
            case (byte)'\r': Raw("\\r"u8); break;
            case (byte)'\t': Raw("\\t"u8); break;
            default: Raw([.. "\\u00"u8, Hex(special >> 4), Hex(special & 15)]); break;
        }
    }

    private static byte Hex(int digit) => "0123456789abcdef"u8[digit];

    private void Grow(int needed)
    {
        Commit();
        _free = _output.GetSpan(Math.Max(needed, 512));
    }
}
