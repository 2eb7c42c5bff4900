using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.TrivyIgnore;
using ContainerSecurity.Tools.Trivy;

namespace ContainerSecurity.Gates;

/// <summary>A finding with what exceptions ask for beyond it.</summary>
/// <param name="Purl">Package URL of the package that was found at fault.</param>
internal sealed record ScanFinding(Finding Finding, string? Purl = null)
{
    /// <summary>What exceptions call it: the rule, or for licences the licence.</summary>
    public string Id { get => field ?? Finding.RuleId; init; }
}

/// <summary>What exceptions made of a gate's findings.</summary>
internal sealed record IgnoreOutcome(ImmutableArray<Finding> Findings, ImmutableArray<string> Notes);

/// <summary>Applies exceptions: a good one marks what it covers, a bad one covers nothing and is a finding itself. No finding is ever dropped.</summary>
internal static class IgnoreRules
{
    private const int LongestDays = 90;
    private const int WarningDays = 14;

    /// <param name="sawAll">Whether the scan could see all that an exception can cover; only then can one be called unused.</param>
    public static IgnoreOutcome Apply(ImmutableArray<IgnoreEntry> entries, IEnumerable<ScanFinding> found, DateOnly today, bool sawAll)
    {
        var findings = found.ToList();
        var bad = new List<Finding>();
        var notes = new List<string>();
        foreach (var entry in entries)
        {
            if (Flaw(entry, today) is { } flaw)
            {
                bad.Add(flaw);
                continue;
            }

            var covered = 0;
            for (var i = 0; i < findings.Count; i++)
            {
                if (!Covers(entry, findings[i]))
                    continue;

                covered++;
                findings[i] = findings[i] with { Finding = findings[i].Finding with { Suppressed = Suppression(entry) } };
            }

            if (covered == 0 && sawAll)
                bad.Add(Problem(entry, "exception-unused", $"The exception for {entry.Id} covers nothing.", "Remove it."));
            if (entry.ExpiresAt is { } last && last.DayNumber - today.DayNumber <= WarningDays)
                notes.Add($"The exception for {entry.Id} ({IgnoreFile.Name}:{entry.Line}) ends on {last:yyyy-MM-dd}.");
        }

        return new IgnoreOutcome([.. bad, .. findings.Select(finding => finding.Finding)], [.. notes]);
    }

    private static Suppression Suppression(IgnoreEntry entry) => new($"{IgnoreFile.Name}:{entry.Line}", entry.Statement, entry.ExpiresAt);

    private static Finding? Flaw(IgnoreEntry entry, DateOnly today) => entry switch
    {
        { Statement: var statement } when string.IsNullOrWhiteSpace(statement) =>
            Problem(entry, "exception-invalid", $"The exception for {entry.Id} has no statement.", "Say in 'statement' why it is acceptable."),
        { ExpiresAt: null } =>
            Problem(entry, "exception-invalid", $"The exception for {entry.Id} has no end.", $"Set 'expired_at', at most {LongestDays} days ahead."),
        { ExpiresAt: { } last } when last < today =>
            Problem(entry, "exception-expired", $"The exception for {entry.Id} ended on {last:yyyy-MM-dd}.", "Mend what it covered, or decide anew and set a new date."),
        { ExpiresAt: { } last } when last.DayNumber - today.DayNumber > LongestDays =>
            Problem(entry, "exception-invalid", $"The exception for {entry.Id} lasts longer than {LongestDays} days.", "Set an earlier 'expired_at'."),
        _ => null,
    };

    private static Finding Problem(IgnoreEntry entry, string rule, string message, string help) => new()
    {
        RuleId = rule,
        Severity = Severity.Critical,
        Message = message,
        File = IgnoreFile.Name,
        Line = entry.Line,
        Help = help,
    };

    private static bool Covers(IgnoreEntry entry, ScanFinding found) =>
        TrivyIds.AreEqual(entry.Id, found.Id)
        && (entry.Paths.IsEmpty || (found.Finding.File is { } file && entry.Paths.Any(path => PathGlob.Matches(path, file))))
        && (entry.Purls.IsEmpty || (found.Purl is { } purl && entry.Purls.Any(wanted => Names(wanted, purl))));

    /// <summary><c>pkg:deb/debian/curl</c> names every version, <c>…@7.88.1</c> that one, whatever its qualifiers are.</summary>
    private static bool Names(string wanted, string purl) =>
        purl == wanted || (purl.StartsWith(wanted, StringComparison.Ordinal) && purl[wanted.Length] is '@' or '?');
}
