using System.Diagnostics;

namespace Bench.Fuzzing;

/// <summary>
/// Coverage-guided: what reaches new branches becomes a parent of further inputs. The seed is fixed, so that a run differs from the last only by the
/// machine's speed.
/// </summary>
internal sealed class FuzzLoop(FuzzTarget target, string repository, string output)
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(10);

    private readonly Corpus _corpus = new(target, repository, output);
    private readonly Coverage _coverage = new();
    private readonly List<byte[]> _parents = [];
    private readonly Random _random = new(4);
    private byte[] _current = [];
    private long _began;

    /// <summary>Returns the exit code: 0 when nothing was found.</summary>
    public int Run(TimeSpan time)
    {
        using var watch = new Timer(_ => EndWhenHanging(), null, Hang, TimeSpan.FromSeconds(1));
        var clock = Stopwatch.StartNew();
        var runs = 0L;
        foreach (var seed in _corpus.Seeds())
        {
            runs++;
            if (!IsHarmless(seed))
                return 1;
            if (_coverage.IsNew())
                _parents.Add(seed);
        }

        var (seeds, reached) = (_parents.Count, _coverage.Branches);
        var mutator = new Mutator(_random, target.Words);
        for (; clock.Elapsed < time; runs++)
        {
            var input = mutator.Mutate(_parents[_random.Next(_parents.Count)], _parents[_random.Next(_parents.Count)]);
            if (!IsHarmless(input))
                return 1;
            if (!_coverage.IsNew())
                continue;
            _parents.Add(input);
            _corpus.Keep("new", input);
        }

        Console.WriteLine(
            $"{target.Name}: {runs} inputs, {reached} branches by {seeds} seeds, {_coverage.Branches} at the end, {_parents.Count - seeds} new "
            + $"inputs in {output}; nothing broke");
        return 0;
    }

    private bool IsHarmless(byte[] input)
    {
        Coverage.Clear();
        (_current, _began) = (input, Stopwatch.GetTimestamp());
        try
        {
            target.Take(input);
            return true;
        }
        // Whatever it is, it is a find.
        catch (Exception e)
        {
            Console.WriteLine($"{target.Name}: {e.GetType().Name} by {_corpus.Keep("crash", input)}: {e}");
            return false;
        }
    }

    private void EndWhenHanging()
    {
        if (Stopwatch.GetElapsedTime(_began) < Hang)
            return;
        Console.WriteLine($"{target.Name}: no end after {Hang.TotalSeconds:0} s by {_corpus.Keep("hang", _current)}");
        Environment.Exit(1);
    }
}
