using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Bench.Fuzzing;

/// <summary>Which branches of the instrumented assembly a run took, and about how often.</summary>
internal sealed unsafe class Coverage
{
    private const int Size = 1 << 16;

    private readonly byte[] _seen = new byte[Size];

    public Coverage() => Trace.SharedMem = (byte*)NativeMemory.AllocZeroed(Size);

    public int Branches { get; private set; }

    public static void Clear()
    {
        new Span<byte>(Trace.SharedMem, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>True when the run did something that no run before it did.</summary>
    public bool IsNew()
    {
        var map = new ReadOnlySpan<byte>(Trace.SharedMem, Size);
        var isNew = false;
        for (var next = 0; (uint)next < Size; next++)
        {
            var step = map[next..].IndexOfAnyExcept((byte)0);
            if (step < 0)
                break;
            next += step;
            // Once, twice, four times and so on are different; a hundred times and a hundred and one are not.
            var often = (byte)(1 << BitOperations.Log2(map[next]));
            if ((_seen[next] & often) != 0)
                continue;
            if (_seen[next] == 0)
                Branches++;
            _seen[next] |= often;
            isNew = true;
        }

        return isNew;
    }
}
