using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ClaudeCodeProxy.Translation.Tokens;

/// <summary>The rules of <see cref="TextSteps"/> as a table of 32 kB, which takes a step in a nanosecond.</summary>
internal sealed class TokenTable
{
    /// <summary>So many bytes before a place tell the state there.</summary>
    private const int Approach = 16;
    private const int Kinds = 32;
    private const int States = 256;
    private const int WeightBits = 8;

    private readonly byte[] _kinds = new byte[256];

    /// <summary>By state and kind: the next state, and below it the weight.</summary>
    private readonly int[] _steps = new int[States * Kinds];

    private TokenTable()
    {
        for (var value = 0; value < _kinds.Length; value++)
            _kinds[value] = (byte)ByteKinds.Of(value);
        for (var code = 0; code <= new TextState(Run.Escape, TextState.MaxLength).Code; code++)
        {
            for (var kind = ByteKind.Blank; kind <= ByteKind.Trail; kind++)
            {
                var step = TextSteps.Next(new TextState((byte)code), kind);
                _steps[(code * Kinds) + (int)kind] = (step.Next.Code * Kinds << WeightBits) | step.Weight;
            }
        }
    }

    public static TokenTable Instance { get; } = new();

    /// <summary>The tokens of a whole text, in hundredths.</summary>
    public long Weigh(ReadOnlySpan<byte> text)
    {
        var quarter = text.Length >= 4 * Approach ? text.Length / 4 : 0;
        var (last, weight) = (0, 0L);
        if (quarter > 0)
            weight = Weigh(text, 0, quarter, quarter, out last);
        return weight + Weigh(text[(4 * quarter)..], ref last);
    }

    /// <summary>The tokens of four stretches of a text.</summary>
    /// <param name="start">Where the first stretch begins.</param>
    /// <param name="distance">From the beginning of one to the next; at least <see cref="Approach"/>.</param>
    /// <param name="length">Of each stretch.</param>
    public long Weigh(ReadOnlySpan<byte> text, int start, int distance, int length) => Weigh(text, start, distance, length, out _);

    private long Weigh(ReadOnlySpan<byte> text, int start, int distance, int length, out int last)
    {
        ref var first = ref MemoryMarshal.GetReference(text.Slice(start, (3 * distance) + length));
        ref var second = ref Unsafe.Add(ref first, distance);
        ref var third = ref Unsafe.Add(ref second, distance);
        ref var fourth = ref Unsafe.Add(ref third, distance);
        ref var kinds = ref MemoryMarshal.GetArrayDataReference(_kinds);
        ref var steps = ref MemoryMarshal.GetArrayDataReference(_steps);
        var (one, two, three, four) = (0, 0, 0, 0);
        Weigh(text[Math.Max(0, start - Approach)..start], ref one);
        for (nint place = -Approach; place < 0; place++)
        {
            two = Step(ref steps, ref kinds, two, Unsafe.Add(ref second, place));
            three = Step(ref steps, ref kinds, three, Unsafe.Add(ref third, place));
            four = Step(ref steps, ref kinds, four, Unsafe.Add(ref fourth, place));
        }

        var weight = 0;
        for (nint place = 0; place < length; place++)
        {
            one = Step(ref steps, ref kinds, one, Unsafe.Add(ref first, place));
            two = Step(ref steps, ref kinds, two, Unsafe.Add(ref second, place));
            three = Step(ref steps, ref kinds, three, Unsafe.Add(ref third, place));
            four = Step(ref steps, ref kinds, four, Unsafe.Add(ref fourth, place));
            weight += (byte)one + (byte)two + (byte)three + (byte)four;
        }

        last = four;
        return weight;
    }

    private long Weigh(ReadOnlySpan<byte> text, ref int step)
    {
        ref var kinds = ref MemoryMarshal.GetArrayDataReference(_kinds);
        ref var steps = ref MemoryMarshal.GetArrayDataReference(_steps);
        var weight = 0;
        foreach (var value in text)
        {
            step = Step(ref steps, ref kinds, step, value);
            weight += (byte)step;
        }

        return weight;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Step(ref int steps, ref byte kinds, int step, byte value) =>
        Unsafe.Add(ref steps, (nint)(uint)((step >> WeightBits) + Unsafe.Add(ref kinds, (nint)value)));
}
