using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.TrivyIgnore;
using ContainerSecurity.Tools.Trivy;

namespace ContainerSecurity.Gates;

/// <summary>The exceptions that a repository makes for one gate.</summary>
/// <remarks>A valid exception marks the findings it covers, an invalid one is a finding itself. No finding is ever dropped.</remarks>
/// <param name="SawAll">Whether the gate could see all that an exception can cover; only then can one be called unused.</param>
internal sealed record Exceptions(ImmutableArray<IgnoreEntry> Entries, DateOnly Today, bool SawAll)
{
    private const int LongestDays = 90;
    private const int WarningDays = 14;

    public static Exceptions None { get; } = new([], DateOnly.MinValue, false);

    public (ImmutableArray<Finding> Findings, ImmutableArray<string> Notes) Apply(IEnumerable<Finding> found)
    {
        var findings = found.ToList();
        var bad = new List<Finding>();
        var notes = new List<string>();
        foreach (var entry in Entries)
        {
            if (Flaw(entry) is { } flaw)
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
                findings[i] = findings[i] with { Suppressed = Suppression(entry) };
            }

            if (covered == 0 && SawAll)
                bad.Add(Problem(entry, "exception-unused", $"The exception for {entry.Id} covers nothing.", "Remove it."));
            if (entry.ExpiresAt is { } last && last.DayNumber - Today.DayNumber <= WarningDays)
                notes.Add($"The exception for {entry.Id} ({IgnoreFile.Name}:{entry.Line}) ends on {last:yyyy-MM-dd}.");
        }

        return ([.. bad, .. findings], [.. notes]);
    }

    private static Suppression Suppression(IgnoreEntry entry) => new($"{IgnoreFile.Name}:{entry.Line}", entry.Statement, entry.ExpiresAt);

    private Finding? Flaw(IgnoreEntry entry) => entry switch
    {
        { Statement: var statement } when string.IsNullOrWhiteSpace(statement) =>
            Problem(entry, "exception-invalid", $"The exception for {entry.Id} has no statement.", "Say in 'statement' why it is acceptable."),
        { ExpiresAt: null } =>
            Problem(entry, "exception-invalid", $"The exception for {entry.Id} has no end.", $"Set 'expired_at', at most {LongestDays} days ahead."),
        { ExpiresAt: { } last } when last < Today =>
            Problem(
                entry,
                "exception-expired",
                $"The exception for {entry.Id} ended on {last:yyyy-MM-dd}.",
                "Fix what it covered, or review the decision and set a new date."),
        { ExpiresAt: { } last } when last.DayNumber - Today.DayNumber > LongestDays =>
            Problem(
                entry,
                "exception-invalid",
                $"The exception for {entry.Id} lasts longer than {LongestDays} days.",
                "Set an earlier 'expired_at'."),
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

    private static bool Covers(IgnoreEntry entry, Finding found) =>
        TrivyIds.AreEqual(entry.Id, found.ExceptionId ?? found.RuleId)
        && (entry.Paths.IsEmpty || (found.File is { } file && entry.Paths.Any(path => PathGlob.Matches(path, file))))
        && (entry.Purls.IsEmpty || (found.Purl is { } purl && entry.Purls.Any(wanted => Names(wanted, purl))));

    /// <summary><c>pkg:deb/debian/curl</c> names every version, <c>…@7.88.1</c> that one, whatever its qualifiers are.</summary>
    private static bool Names(string wanted, string purl) =>
        purl == wanted || (purl.StartsWith(wanted, StringComparison.Ordinal) && purl[wanted.Length] is '@' or '?');
}
