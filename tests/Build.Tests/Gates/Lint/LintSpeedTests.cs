using Build.Tests.Rules;
using ContainerSecurity.Formats.Dockerfiles.Parsing;

namespace Build.Tests.Gates.Lint;

/// <summary>Runs alone, so that the processor time it measures is its own.</summary>
[Collection(nameof(LintSpeedTests))]
[CollectionDefinition(nameof(LintSpeedTests), DisableParallelization = true)]
public sealed class LintSpeedTests
{
    // It is 20 to 25.
    private const double MostTimesReading = 75;

    /// <summary>Reading once takes so short a time that chance would decide.</summary>
    private const int Readings = 10;

    /// <summary>
    /// Against itself, so that a slow or busy machine changes nothing: what grows with the square would take a hundred times as long.
    /// </summary>
    [Fact]
    public void Ten_times_as_many_RUNs_take_about_ten_times_as_long()
    {
        // A thousand would fit into the youngest generation of the collector, and cost a quarter for each.
        var (small, large) = (Text(2_000), Text(20_000));

        // The first rounds pay for compiling the rules; the best is the least disturbed.
        var rounds = Enumerable.Range(0, 6).Select(_ => (Small: Measure(small, 2_000), Large: Measure(large, 20_000))).ToList();

        // 15 on a quiet machine; beside other work the collector makes it more.
        Assert.InRange(rounds.Min(round => round.Large) / rounds.Min(round => round.Small), 0, 45);
    }

    [Fact]
    public void Linting_costs_not_many_times_what_reading_does()
    {
        var text = Text(5_000);

        var rounds = Enumerable
            .Range(0, 6)
            .Select(_ => (Reading: Read(text) / Readings, Linting: Measure(text, 5_000)))
            .ToList();

        Assert.InRange(rounds.Min(round => round.Linting) / rounds.Min(round => round.Reading), 0, MostTimesReading);
    }

    private static string Text(int runs) =>
        "FROM debian:12\n" + string.Concat(Enumerable
            .Range(0, runs)
            .Select(index => $"RUN apt-get update && apt-get install -y curl{index} | tee /log \\\n  && rm -rf /var/lib/apt/lists/*\n"));

    private static double Read(string text) => Seconds(() =>
    {
        for (var reading = 0; reading < Readings; reading++)
            DockerfileParser.Parse("Dockerfile", text);
    });

    private static double Measure(string text, int runs) => Seconds(() => Assert.Equal(3 * runs, RuleBench.Lint(text).Length));

    private static double Seconds(Action action)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
