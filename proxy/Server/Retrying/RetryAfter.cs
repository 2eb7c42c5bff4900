using System.Globalization;
using ClaudeCodeProxy.Upstream;

namespace ClaudeCodeProxy.Server.Retrying;

/// <summary>Reads how long an upstream wants to be left alone: <c>retry-after-ms</c>, else <c>retry-after</c> (RFC 9110, 10.2.3).</summary>
internal static class RetryAfter
{
    private const double LongestSeconds = 86_400;

    public static TimeSpan? Read(UpstreamResponse response, DateTimeOffset now)
    {
        if (Number(response.Header("retry-after-ms"u8)) is { } milliseconds)
            return Seconds(milliseconds / 1000);
        var after = response.Header("retry-after"u8);
        if (Number(after) is { } seconds)
            return Seconds(seconds);
        var isDate = DateTimeOffset.TryParseExact(after, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date);
        return isDate ? Seconds((date - now).TotalSeconds) : null;
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestSeconds));

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
