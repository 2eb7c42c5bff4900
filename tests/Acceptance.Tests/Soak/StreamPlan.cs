namespace Acceptance.Tests.Soak;

/// <summary>What happens to one stream; client and upstream know it from its number, so that each can check the other.</summary>
/// <param name="Fault">What the upstream does after <paramref name="FaultAt"/> words; null when it sends all.</param>
/// <param name="LeavesAt">After so many words the client leaves; null when it stays.</param>
internal sealed record StreamPlan(int Number, int Words, StreamFault? Fault, int FaultAt, int? LeavesAt)
{
    private static readonly StreamFault[] Faults = Enum.GetValues<StreamFault>();

    public static StreamPlan Create(int seed, int number)
    {
        var random = new Random(HashCode.Combine(seed, number));
        var words = random.Next(5, 30);
        var chance = random.Next(100);
        var at = random.Next(words);
        return chance switch
        {
            < 10 => new StreamPlan(number, words, Faults[random.Next(Faults.Length)], at, null),
            < 25 => new StreamPlan(number, words, null, 0, at),
            _ => new StreamPlan(number, words, null, 0, null),
        };
    }

    /// <summary>No stream has another one's words.</summary>
    public string Word(int place) => $"w{Number}.{place} ";

    /// <param name="end">The last event, <c>error</c> also for one by status, or <c>left</c>.</param>
    public bool Allows(string text, string end) => end switch
    {
        "left" => LeavesAt is not null && Text.StartsWith(text, StringComparison.Ordinal),
        "message_stop" => Fault is null or StreamFault.FailsOnce && text == Text,
        // Where many fail at once, the proxy's budget does not let it repeat them all.
        "error" => Fault is not null && Text.StartsWith(text, StringComparison.Ordinal),
        _ => false,
    };

    public string Text => string.Concat(Enumerable.Range(0, Words).Select(Word));
}

internal enum StreamFault
{
    /// <summary>Before a word: the status 500.</summary>
    Fails,

    /// <summary>As before, but only once: who asks again gets the whole stream.</summary>
    FailsOnce,

    /// <summary>Before a word.</summary>
    ResetsAtOnce,
    Resets,
    ClosesInChunk,
    EndsEarly,
    SendsBadChunk,
    SendsError,
}
