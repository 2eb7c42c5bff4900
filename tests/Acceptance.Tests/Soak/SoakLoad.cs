using System.Collections.Concurrent;
using System.Diagnostics;

namespace Acceptance.Tests.Soak;

/// <summary>Many streams at once, each followed by another.</summary>
internal sealed class SoakLoad(Uri proxy, int seed)
{
    private readonly ConcurrentBag<string> _wrong = [];
    private int _streams;
    private int _running;

    /// <summary>Begun so far.</summary>
    public int Streams => Volatile.Read(ref _streams);

    /// <summary>Under way now.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>What was wrong with each stream that ended otherwise than planned.</summary>
    public IReadOnlyCollection<string> Wrong => _wrong;

    /// <summary>Begins streams for so long, waits for their ends and closes the connections.</summary>
    public async Task RunAsync(int atOnce, TimeSpan time)
    {
        using var client = new SoakClient(proxy);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            do
                await StreamAsync(client);
            while (clock.Elapsed < time);
        }));
    }

    private async Task StreamAsync(SoakClient client)
    {
        Interlocked.Increment(ref _running);
        if (await client.StreamAsync(StreamPlan.Create(seed, Interlocked.Increment(ref _streams))) is { } fault)
            _wrong.Add(fault);
        Interlocked.Decrement(ref _running);
    }
}
