using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Comparing;
using ContainerSecurity.Reports.Words;

namespace ContainerSecurity.Reports.Html;

/// <summary>What the page shows: the first screen, then the parts.</summary>
internal static class PageView
{
    private const int MostFirst = 10;

    public static View Create(ScanReport report, ScanChanges? changes)
    {
        var order = FixFirst.Order(report);
        var findings = FindingViews.All(report);
        var view = new View
        {
            ["title"] = $"{report.Target ?? "Scan"}: {DisplayNames.Get(report.Verdict)}",
            ["target"] = report.Target ?? "Scan",
            ["verdict"] = DisplayNames.Get(report.Verdict),
            ["sentence"] = ScanWords.Verdict(report),
            ["exitCode"] = report.ExitCode,
            ["strict"] = report.Strict,
            ["error"] = report.Error ?? "",
            ["images"] = report.Images.Select(Image).ToList(),
            ["blockers"] = report.Gates.Where(gate => gate.Verdict != Verdict.Pass).OrderByDescending(gate => gate.Verdict).Select(Blocker).ToList(),
            ["first"] = order.Take(MostFirst).Select(FindingViews.Create).ToList(),
            ["openCount"] = order.Length,
            ["moreFirst"] = order.Length > MostFirst ? order.Length - MostFirst : "",
            ["findings"] = findings,
            ["findingCount"] = findings.Count,
            ["gates"] = report.Gates.Select(GateViews.Create).ToList(),
            ["claims"] = report.Claims.OrderByDescending(claim => claim.Verdict).Select(ClaimViews.Create).ToList(),
            ["standards"] = ClaimViews.Standards(report),
            ["severities"] = Charts.Severities(order),
            ["layers"] = Charts.Layers(report),
            ["command"] = report.Command ?? "./build.sh",
            ["tools"] = report.Tools.Select(tool => new View { ["name"] = tool.Name, ["version"] = tool.Version }).ToList(),
        };
        view["hasClaims"] = report.Claims.Length > 0;
        view["hasGates"] = report.Gates.Length > 0;
        view["hasLayers"] = report.Images.Any(image => image.Layers.Length > 0);
        AddSource(view, report);
        if (changes is not null)
            view["changes"] = ChangeViews.Create(changes);
        return view;
    }

    private static void AddSource(View view, ScanReport report)
    {
        if (report.Source is { } source)
            view["source"] = new View { ["revision"] = source.Revision, ["modified"] = source.Modified };
        if (report.CreatedAt is { } time)
            view["createdAt"] = $"{time.UtcDateTime:yyyy-MM-dd HH:mm} UTC";
    }

    private static View Image(ImageIdentity image) => new()
    {
        ["name"] = image.Name,
        ["platform"] = image.Platform,
        ["digest"] = image.Digest ?? image.Id,
        ["digestName"] = image.Digest is null ? "id" : "digest",
    };

    private static View Blocker(GateResult gate) => new()
    {
        ["name"] = gate.Name,
        ["gateVerdict"] = DisplayNames.Get(gate.Verdict),
        ["reason"] = gate.Notes.FirstOrDefault() ?? ScanWords.Count(ScanWords.Open(gate), "finding"),
        ["next"] = gate.Next ?? "",
    };
}
