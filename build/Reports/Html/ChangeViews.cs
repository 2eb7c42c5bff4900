using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Comparing;
using ContainerSecurity.Reports.Words;

namespace ContainerSecurity.Reports.Html;

/// <summary>What changed since an earlier run.</summary>
internal static class ChangeViews
{
    private const int MostShown = 200;

    public static View Create(ScanChanges changes) => new()
    {
        ["verdictBefore"] = DisplayNames.Get(changes.Before.Verdict),
        ["beforeRevision"] = changes.Before.Source?.Revision is { Length: > 12 } revision ? revision[..12] : "",
        ["addedCount"] = changes.Added.Length,
        ["goneCount"] = changes.Gone.Length,
        ["sameCount"] = changes.Same,
        ["added"] = changes.Added.Take(MostShown).Select(FindingViews.Create).ToList(),
        ["gone"] = changes.Gone.Take(MostShown).Select(FindingViews.Create).ToList(),
        ["moreChanges"] = Math.Max(0, changes.Added.Length - MostShown) + Math.Max(0, changes.Gone.Length - MostShown) is > 0 and var more ? more : "",
        ["verdicts"] = changes.Verdicts.Select(change => new View
        {
            ["name"] = change.Name,
            ["was"] = Word(change.Before),
            ["is"] = Word(change.Now),
        }).ToList(),
    };

    private static string Word(Verdict? verdict) => verdict is { } known ? DisplayNames.Get(known) : "not judged";
}
