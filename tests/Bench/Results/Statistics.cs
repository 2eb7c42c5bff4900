namespace Bench.Results;

internal static class Statistics
{
    public static double Median(IEnumerable<double> values) => Percentile(values, 50);

    /// <summary>The value at or below which a share of all values is; NaN when there are none.</summary>
    public static double Percentile(IEnumerable<double> values, int percent)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length * percent / 100, sorted.Length - 1)];
    }
}
