using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ClaudeCodeProxy.Translation.Tokens;

/// <summary>
/// What tokenizers cut at, counted: words, humps in camelCase, numbers, signs, bytes beyond ASCII. Of long texts every fourth stretch is looked at,
/// so that counting costs a fraction of reading the request.
/// </summary>
internal struct TextShape
{
    private const int StretchLength = 64;
    private const int LongText = 4096;
    private const int SampleEvery = 4;

    public long Words { get; private set; }

    /// <summary>Capitals after small letters.</summary>
    public long Humps { get; private set; }

    public long Numbers { get; private set; }

    public long Digits { get; private set; }

    /// <summary>Letters, digits and space are none.</summary>
    public long Signs { get; private set; }

    public long SignRuns { get; private set; }

    public long BytesBeyondAscii { get; private set; }

    public void Add(ReadOnlySpan<byte> text)
    {
        var every = text.Length > LongText ? SampleEvery : 1;
        Span<byte> last = stackalloc byte[StretchLength];
        for (var start = 0; start < text.Length; start += StretchLength * every)
        {
            scoped var stretch = text[start..];
            if (stretch.Length < StretchLength)
            {
                last.Clear();
                stretch.CopyTo(last);
                stretch = last;
            }

            Count(stretch, start > 0 ? text[start - 1] : (byte)' ', every);
        }
    }

    private void Count(ReadOnlySpan<byte> stretch, byte before, int weight)
    {
        ulong small = 0, capital = 0, digit = 0, space = 0, beyond = 0;
        for (var lane = 0; lane < StretchLength; lane += Vector128<byte>.Count)
        {
            var bytes = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(stretch), (nuint)lane);
            small |= (ulong)Within(bytes, (byte)'a', 26) << lane;
            capital |= (ulong)Within(bytes, (byte)'A', 26) << lane;
            digit |= (ulong)Within(bytes, (byte)'0', 10) << lane;
            space |= (ulong)Within(bytes, 0, 0x21) << lane;
            beyond |= (ulong)bytes.ExtractMostSignificantBits() << lane;
        }

        var letter = small | capital;
        var sign = ~(letter | digit | space | beyond);
        Words += weight * Starts(letter, char.IsAsciiLetter((char)before));
        Humps += weight * BitOperations.PopCount(capital & ((small << 1) | (char.IsAsciiLetterLower((char)before) ? 1UL : 0)));
        Numbers += weight * Starts(digit, char.IsAsciiDigit((char)before));
        Digits += weight * BitOperations.PopCount(digit);
        Signs += weight * BitOperations.PopCount(sign);
        SignRuns += weight * Starts(sign, before is > 0x20 and < 0x80 && !char.IsAsciiLetterOrDigit((char)before));
        BytesBeyondAscii += weight * BitOperations.PopCount(beyond);
    }

    private static uint Within(Vector128<byte> bytes, byte first, byte count) =>
        Vector128.LessThan(bytes - Vector128.Create(first), Vector128.Create(count)).ExtractMostSignificantBits();

    /// <summary>How many runs of set bits begin.</summary>
    private static int Starts(ulong bits, bool isInRun) => BitOperations.PopCount(bits & ~((bits << 1) | (isInRun ? 1UL : 0)));
}
