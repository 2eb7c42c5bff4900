using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;

namespace ContainerSecurity.Reports.Comparing;

/// <summary>What is different from an earlier run: open findings that came or went, and verdicts that changed.</summary>
/// <param name="Same">How many open findings both have.</param>
internal sealed record ScanChanges(
    ScanReport Before, ImmutableArray<GateFinding> Added, ImmutableArray<GateFinding> Gone, int Same, ImmutableArray<VerdictChange> Verdicts)
{
    public static ScanChanges Between(ScanReport before, ScanReport now)
    {
        var (old, current) = (FixFirst.Order(before), FixFirst.Order(now));
        var added = Without(current, old);
        return new(before, added, Without(old, current), current.Length - added.Length, [.. VerdictsOf(before, now)]);
    }

    /// <summary>Each of the others takes one away: two findings of a kind and one of it leave one.</summary>
    private static ImmutableArray<GateFinding> Without(ImmutableArray<GateFinding> findings, ImmutableArray<GateFinding> others)
    {
        var left = others.CountBy(Key).ToDictionary();
        return [.. findings.Where(each => !Take(Key(each)))];

        bool Take(string key) => left.GetValueOrDefault(key) > 0 && left[key]-- > 0;
    }

    private static string Key(GateFinding each) => each.Finding is { Fingerprint: null } finding
        ? string.Join('\n', each.Gate.Name, finding.RuleId, finding.File, finding.Package, finding.Platform, finding.Message)
        : each.Finding.Fingerprint;

    private static IEnumerable<VerdictChange> VerdictsOf(ScanReport before, ScanReport now)
    {
        var old = Named(before);
        var current = Named(now);
        return current.Keys.Union(old.Keys)
            .Select(name => new VerdictChange(name, Get(old, name), Get(current, name)))
            .Where(change => change.Before != change.Now);

        static Verdict? Get(Dictionary<string, Verdict> verdicts, string name) => verdicts.TryGetValue(name, out var verdict) ? verdict : null;
    }

    private static Dictionary<string, Verdict> Named(ScanReport report) => report.Gates.Select(gate => (gate.Name, gate.Verdict))
        .Concat(report.Claims.Select(claim => (Name: claim.Id, claim.Verdict)))
        .DistinctBy(each => each.Name)
        .ToDictionary();
}

/// <summary>A gate or claim that has another verdict than before.</summary>
/// <param name="Before">Null where it was not judged.</param>
/// <param name="Now">Null where it is not judged any more.</param>
internal sealed record VerdictChange(string Name, Verdict? Before, Verdict? Now);
