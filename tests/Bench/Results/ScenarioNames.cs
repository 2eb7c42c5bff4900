namespace Bench.Results;

/// <summary>Every scenario in the order in which it runs; <c>--only</c> takes the names.</summary>
internal static class ScenarioNames
{
    public static readonly (string Name, string What)[] All =
    [
        ("start", "Starts the program 25 times, and asks /health until it answers; the size of the binary"),
        ("memory", "Resident memory after the start, and the most during 2,000 answers and 500 bursts at 16 connections and 64 paced streams"),
        ("hello-1", "A request of one word, answered at once; 1 connection"),
        ("answer-1", "A request of 47 kB in Claude Code's shape, answered at once; 1 connection"),
        ("answer-16", "The same; 16 connections"),
        ("burst-1", "The same request, answered by a stream of 64 chunks without a pause; 1 connection"),
        ("burst-16", "The same; 16 connections"),
        ("paced-64", "The same request, answered by a stream of 64 chunks 10 ms apart, as models do; 64 connections"),
        ("body-150k", "A request of 150 kB, answered at once; 4 connections"),
        ("body-500k", "A request of 500 kB; 4 connections"),
        ("body-8m", "A request of 8 MB; 1 connection"),
        ("body-32m", "A request of 32 MB, the largest that Anthropic takes; 1 connection"),
        ("rate-200", "The request of 47 kB 200 times a second by the clock, whether or not earlier ones were answered"),
        ("slow-512", "512 streams of 16 chunks 500 ms apart, 500 more begun each second; a new process"),
        ("slow-1000", "1,000 such streams; a new process"),
        ("slow-2000", "2,000 such streams; a new process"),
    ];
}
