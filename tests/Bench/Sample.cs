namespace Bench;

/// <summary>
/// What one server did in one scenario: medians over the rounds. <see cref="CpuMs"/> is user and system time of the server per exchange.
/// </summary>
internal sealed record Sample(double PerSecond, double CpuMs, double P50Ms, double P99Ms)
{
    public static Sample MedianOf(IReadOnlyList<Sample> rounds) => new(
        Median(rounds.Select(round => round.PerSecond)),
        Median(rounds.Select(round => round.CpuMs)),
        Median(rounds.Select(round => round.P50Ms)),
        Median(rounds.Select(round => round.P99Ms)));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
