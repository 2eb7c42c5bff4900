using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ClaudeCodeProxy.Translation.Tokens;

/// <summary>
/// 64 bytes of JSON text by kind: one bit a byte, the first lowest. The first two only show what the others follow; they are not counted.
/// </summary>
internal readonly ref struct ByteClasses
{
    public const int Length = 64;
    public const int Context = 2;
    public const int Counted = Length - Context;

    /// <param name="bytes">At least <see cref="Length"/>.</param>
    public ByteClasses(ReadOnlySpan<byte> bytes)
    {
        ulong beyond = 0, space = 0;
        for (var lane = 0; lane < Length; lane += Vector128<byte>.Count)
        {
            var sixteen = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(bytes), (nuint)lane);
            Small |= Within(sixteen, (byte)'a', 26) << lane;
            Capital |= Within(sixteen, (byte)'A', 26) << lane;
            Digit |= Within(sixteen, (byte)'0', 10) << lane;
            Blank |= Within(sixteen, (byte)' ', 1) << lane;
            LineEnd |= Within(sixteen, (byte)'n', 1) << lane;
            Escaped |= Within(sixteen, (byte)'\\', 1) << lane;
            TwoByte |= Within(sixteen, 0xC0, 0x20) << lane;
            ThreeByte |= Within(sixteen, 0xE0, 0x20) << lane;
            space |= Within(sixteen, 0, 0x21) << lane;
            beyond |= (ulong)sixteen.ExtractMostSignificantBits() << lane;
        }

        Escaped = (Escaped << 1) & ~Escaped;
        Small &= ~Escaped;
        Capital &= ~Escaped;
        LineEnd &= Escaped;
        Sign = ~(Small | Capital | Digit | space | beyond);
    }

    public ulong Small { get; }

    public ulong Capital { get; }

    public ulong Letter => Small | Capital;

    public ulong Digit { get; }

    public ulong Blank { get; }

    /// <summary>What follows a backslash does not count as a letter; that the second of two backslashes escapes nothing is ignored.</summary>
    public ulong Escaped { get; }

    /// <summary>The n of <c>\n</c>.</summary>
    public ulong LineEnd { get; }

    /// <summary>Begins of characters that take two bytes: accents, Greek, Cyrillic.</summary>
    public ulong TwoByte { get; }

    /// <summary>Begins of longer ones: Chinese, Japanese, Korean, typographic signs.</summary>
    public ulong ThreeByte { get; }

    /// <summary>Neither letter, digit, space nor beyond ASCII.</summary>
    public ulong Sign { get; }

    public static int Bits(ulong bits) => BitOperations.PopCount(bits >> Context);

    /// <summary>How many runs of set bits begin.</summary>
    public static int Starts(ulong bits) => Bits(bits & ~(bits << 1));

    private static ulong Within(Vector128<byte> bytes, byte first, byte count) =>
        Vector128.LessThan(bytes - Vector128.Create(first), Vector128.Create(count)).ExtractMostSignificantBits();
}
