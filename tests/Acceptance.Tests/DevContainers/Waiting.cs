using System.Diagnostics;

namespace Acceptance.Tests.DevContainers;

/// <summary>Waits for something that another program does.</summary>
internal static class Waiting
{
    /// <param name="said">What the other program said, for the failure.</param>
    public static async Task ForAsync(Func<Task<bool>> done, TimeSpan limit, Func<string> said)
    {
        for (var clock = Stopwatch.StartNew(); !await done(); await Task.Delay(100))
            Assert.True(clock.Elapsed < limit, $"not within {limit.TotalSeconds} s: {said()}");
    }
}
