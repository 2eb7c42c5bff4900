using System.Globalization;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;

namespace ContainerSecurity.Reports.Html;

/// <summary>Gates as parts of the page: who judged, what was seen.</summary>
internal static class GateViews
{
    public static View Create(GateResult gate) => new()
    {
        ["name"] = gate.Name,
        ["gateVerdict"] = DisplayNames.Get(gate.Verdict),
        ["engine"] = ScanWords.Engine(gate),
        ["open"] = ScanWords.Open(gate),
        ["excused"] = ScanWords.Suppressed(gate),
        ["saw"] = gate.Coverage.Summary,
        ["notes"] = gate.Notes.Select(note => new View { ["note"] = note }).ToList(),
        ["next"] = gate.Next ?? "",
        ["took"] = gate.Duration is { } duration ? duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) : "",
        ["facts"] = gate.Coverage.Facts.Select(fact => new View { ["fact"] = fact.Key, ["value"] = fact.Value.ToString() }).ToList(),
    };
}
