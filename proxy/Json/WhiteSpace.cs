using System.Buffers;
using System.Text;

namespace ClaudeCodeProxy.Json;

/// <summary>White space at the beginning of the inside of a JSON string, plain or escaped.</summary>
internal static class WhiteSpace
{
    /// <summary>There is nothing else in the text.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> escaped) => Length(escaped) == escaped.Length;

    /// <summary>With how many bytes of it the text begins.</summary>
    public static int Length(ReadOnlySpan<byte> escaped)
    {
        var length = 0;
        while (length < escaped.Length && CharacterLength(escaped[length..]) is > 0 and var one)
            length += one;
        return length;
    }

    /// <summary>0 for any other character.</summary>
    private static int CharacterLength(ReadOnlySpan<byte> escaped) => escaped switch
    {
        [(byte)' ', ..] => 1,
        [(byte)'\\', (byte)'n' or (byte)'r' or (byte)'t' or (byte)'f', ..] => 2,
        [(byte)'\\', (byte)'u', ..] => JsonEscapes.TryCodeUnit(escaped, out var unit) && char.IsWhiteSpace(unit) ? 6 : 0,
        [>= 0x80, ..] => Rune.DecodeFromUtf8(escaped, out var rune, out var length) == OperationStatus.Done && Rune.IsWhiteSpace(rune) ? length : 0,
        _ => 0,
    };
}
