using System.Globalization;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Images.Building;

/// <summary>Reads durations as Go writes them: <c>30s</c>, <c>1m30s</c>, <c>1.5h</c> (Go, package time, ParseDuration).</summary>
internal static partial class GoDuration
{
    /// <returns>Nanoseconds; null for zero, which in a health check means the engine's default.</returns>
    public static long? ParseNanoseconds(string text)
    {
        if (text is "0")
            return null;

        var match = Form().Match(text);
        if (!match.Success)
            throw Refused(text);

        var total = 0m;
        for (var part = 0; part < match.Groups["number"].Captures.Count; part++)
        {
            var number = decimal.Parse(match.Groups["number"].Captures[part].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            total += number * Unit(match.Groups["unit"].Captures[part].Value);
        }

        return total > long.MaxValue ? throw Refused(text) : total == 0 ? null : (long)total;
    }

    private static decimal Unit(string unit) => unit switch
    {
        "ns" => 1,
        "us" or "µs" or "μs" => 1_000,
        "ms" => 1_000_000,
        "s" => 1_000_000_000,
        "m" => 60_000_000_000,
        _ => 3_600_000_000_000,
    };

    private static RefusedInstructionException Refused(string text) =>
        new(BuildRule.CS3, $"`{text}` is not a duration", "Write it as a number with its unit, such as 30s or 1m30s.");

    [GeneratedRegex("\\A\\+?((?<number>[0-9]{1,9}(\\.[0-9]{0,9})?|\\.[0-9]{1,9})(?<unit>ns|us|µs|μs|ms|s|m|h))+\\z")]
    private static partial Regex Form();
}
