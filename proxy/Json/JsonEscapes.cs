using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace ClaudeCodeProxy.Json;

/// <summary>The inside of JSON strings: from escaped to plain text.</summary>
internal static class JsonEscapes
{
    /// <summary>Bytes of a <c>\uXXXX</c>.</summary>
    private const int UnicodeEscape = 6;

    /// <summary>
    /// Where the next byte is that may not stand unescaped inside a JSON string; the length when there is none. Escapes follow each other closely in
    /// requests: a search for a set of values, which is made for long ways, takes a tenth longer.
    /// </summary>
    public static int FindSpecial(ReadOnlySpan<byte> json, int from)
    {
        ref var first = ref MemoryMarshal.GetReference(json);
        for (; from <= json.Length - Vector128<byte>.Count; from += Vector128<byte>.Count)
        {
            var letters = Vector128.LoadUnsafe(ref first, (nuint)from);
            var special = Vector128.LessThan(letters, Vector128.Create((byte)0x20)) | Vector128.Equals(letters, Vector128.Create((byte)'"'))
                | Vector128.Equals(letters, Vector128.Create((byte)'\\'));
            if (special != Vector128<byte>.Zero)
                return from + BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits());
        }

        while (from < json.Length && json[from] is >= 0x20 and not ((byte)'"' or (byte)'\\'))
            from++;
        return from;
    }

    public static bool SameText(ReadOnlySpan<byte> escaped, ReadOnlySpan<byte> plain)
    {
        if (escaped.SequenceEqual(plain))
            return true;
        if (!escaped.Contains((byte)'\\'))
            return false;
        var buffer = ArrayPool<byte>.Shared.Rent(escaped.Length);
        var same = buffer.AsSpan(0, Unescape(escaped, buffer)).SequenceEqual(plain);
        ArrayPool<byte>.Shared.Return(buffer);
        return same;
    }

    public static string Unescape(ReadOnlySpan<byte> escaped)
    {
        if (!escaped.Contains((byte)'\\'))
            return Encoding.UTF8.GetString(escaped);
        var buffer = ArrayPool<byte>.Shared.Rent(escaped.Length);
        var text = Encoding.UTF8.GetString(buffer, 0, Unescape(escaped, buffer));
        ArrayPool<byte>.Shared.Return(buffer);
        return text;
    }

    /// <summary>
    /// Writes the plain text, never longer than the escaped one, and returns its length. The escapes must be valid; half a surrogate pair becomes
    /// U+FFFD.
    /// </summary>
    public static int Unescape(ReadOnlySpan<byte> escaped, Span<byte> plain)
    {
        var written = 0;
        while (true)
        {
            var run = escaped.IndexOf((byte)'\\');
            if (run < 0)
            {
                escaped.CopyTo(plain[written..]);
                return written + escaped.Length;
            }

            escaped[..run].CopyTo(plain[written..]);
            written += run;
            escaped = escaped[run..];
            escaped = escaped[1] == 'u'
                ? UnescapeUnicode(escaped, plain[written..], out var length)
                : UnescapeSimple(escaped, plain[written..], out length);
            written += length;
        }
    }

    /// <summary>Reads the <c>\uXXXX</c> that a span of at least six bytes begins with.</summary>
    public static bool TryCodeUnit(ReadOnlySpan<byte> escape, out char unit)
    {
        var digits = escape.Slice(2, 4);
        var code = (HexValue(digits[0]) << 12) | (HexValue(digits[1]) << 8) | (HexValue(digits[2]) << 4) | HexValue(digits[3]);
        unit = (char)code;
        return code >= 0;
    }

    /// <summary>
    /// The length without half a character at the end, whose other half may come in the next piece: servers that cut UTF-16 text send such.
    /// </summary>
    public static int WholeLength(ReadOnlySpan<byte> escaped)
    {
        if (escaped.Length < UnicodeEscape || escaped[^UnicodeEscape] != '\\' || escaped[^(UnicodeEscape - 1)] != 'u')
            return escaped.Length;
        var before = escaped[..^(UnicodeEscape - 1)];
        var isItselfEscaped = (before.Length - before.TrimEnd((byte)'\\').Length) % 2 == 0;
        var isHalf = !isItselfEscaped && TryCodeUnit(escaped[^UnicodeEscape..], out var unit) && char.IsHighSurrogate(unit);
        return isHalf ? escaped.Length - UnicodeEscape : escaped.Length;
    }

    /// <summary>It goes on with a character whose first half stands before it.</summary>
    public static bool BeginsWithLowHalf(ReadOnlySpan<byte> escaped) =>
        escaped.Length >= UnicodeEscape && escaped is [(byte)'\\', (byte)'u', ..] && TryCodeUnit(escaped, out var unit) && char.IsLowSurrogate(unit);

    /// <summary>Replaces half a character at the end, whose other half did not follow: it can be given to no client.</summary>
    public static void ReplaceHalf(PooledBuffer escaped)
    {
        var text = escaped.WrittenSpan;
        var whole = WholeLength(text);
        if (whole == text.Length)
            return;
        var kept = text[..whole].ToArray();
        escaped.Clear();
        escaped.Append(kept);
        escaped.Append("\\ufffd"u8);
    }

    /// <summary>Negative for what is no hexadecimal digit.</summary>
    private static int HexValue(byte digit)
    {
        if ((uint)(digit - '0') <= 9)
            return digit - '0';
        var letter = (uint)((digit | 0x20) - 'a');
        return letter <= 5 ? (int)letter + 10 : -1;
    }

    private static ReadOnlySpan<byte> UnescapeSimple(ReadOnlySpan<byte> escaped, Span<byte> plain, out int length)
    {
        length = 1;
        plain[0] = escaped[1] switch
        {
            (byte)'n' => (byte)'\n',
            (byte)'t' => (byte)'\t',
            (byte)'r' => (byte)'\r',
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            var itself => itself,
        };
        return escaped[2..];
    }

    private static ReadOnlySpan<byte> UnescapeUnicode(ReadOnlySpan<byte> escaped, Span<byte> plain, out int length)
    {
        var unit = CodeUnit(escaped);
        var rest = escaped[UnicodeEscape..];
        if (char.IsHighSurrogate(unit) && rest is [(byte)'\\', (byte)'u', ..] && Rune.TryCreate(unit, CodeUnit(rest), out var pair))
        {
            length = pair.EncodeToUtf8(plain);
            return rest[UnicodeEscape..];
        }

        length = (Rune.TryCreate(unit, out var rune) ? rune : Rune.ReplacementChar).EncodeToUtf8(plain);
        return rest;
    }

    private static char CodeUnit(ReadOnlySpan<byte> escape) =>
        TryCodeUnit(escape, out var unit) ? unit : throw new ArgumentException("no \\u escape", nameof(escape));
}
