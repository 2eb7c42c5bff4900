using System.Globalization;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Releasing;

/// <summary>How long a verdict holds.</summary>
/// <param name="From">
/// What was known when it was judged: the time of the vulnerability database, or of the commit where that is newer. Not the clock's: two runs of one
/// commit with one database say the same.
/// </param>
/// <param name="Until">Afterwards too much may have become known; an exception that ends earlier ends it.</param>
internal sealed record Validity(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Vulnerabilities become known every day; a verdict of an earlier quarter says little.</summary>
    public const int Days = 90;

    private const string DatabaseFact = "database";

    /// <param name="commit">When the commit was made.</param>
    public static Validity Of(ScanReport report, DateTimeOffset commit)
    {
        var known = report.Gates
            .Select(gate => gate.Coverage.Facts.GetValueOrDefault(DatabaseFact)?.ToString())
            .Select(text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : DateTimeOffset.MinValue)
            .Append(commit)
            .Max();
        var from = DateTimeOffset.FromUnixTimeSeconds(known.ToUnixTimeSeconds());
        return new Validity(from, ExceptionsEnd(report, from.AddDays(Days)));
    }

    /// <summary>RFC 3339, to the second.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static DateTimeOffset ExceptionsEnd(ScanReport report, DateTimeOffset latest) => report.Gates
        .SelectMany(gate => gate.Findings)
        .Select(finding => finding.Suppressed?.ExpiresAt)
        .OfType<DateOnly>()
        .Select(last => new DateTimeOffset(last.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero))
        .Append(latest)
        .Min();
}
