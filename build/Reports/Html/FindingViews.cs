using System.Globalization;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;

namespace ContainerSecurity.Reports.Html;

/// <summary>Findings as rows.</summary>
internal static partial class FindingViews
{
    /// <summary>Open ones in the order in which they are best fixed, then those that an exception covers.</summary>
    public static List<View> All(ScanReport report) =>
    [
        .. FixFirst.Order(report).Select(Create),
        .. report.Gates
            .SelectMany(gate => gate.Findings.Where(finding => finding.Suppressed is not null), (gate, finding) => new GateFinding(gate, finding))
            .OrderByDescending(each => each.Finding.Severity)
            .Select(Create),
    ];

    public static View Create(GateFinding each)
    {
        var finding = each.Finding;
        var help = finding.Help ?? "";
        var page = Address().Match(help);
        return new View
        {
            ["gate"] = each.Gate.Name,
            ["severity"] = DisplayNames.Get(finding.Severity),
            ["rank"] = (int)finding.Severity,
            ["rule"] = finding.RuleId,
            ["place"] = DisplayNames.FormatPlace(finding),
            ["message"] = finding.Message,
            ["help"] = page.Success ? help.Remove(page.Index, page.Length).Trim() : help,
            ["link"] = page.Value,
            ["claim"] = finding.Claim ?? "",
            ["blocks"] = finding.Blocks == true && finding.Suppressed is null,
            ["exploited"] = finding.KnownExploited == true,
            ["epss"] = finding.Epss is { } epss ? (epss * 100).ToString("0.#", CultureInfo.InvariantCulture) : "",
            ["fixed"] = finding.FixedVersion ?? "",
            ["package"] = finding.Package ?? "",
            ["suppressed"] = finding.Suppressed is { } suppression ? ScanWords.Reason(suppression) : "",
        };
    }

    /// <summary>An address that leads to a page and can be nothing else.</summary>
    [GeneratedRegex(@"https://[A-Za-z0-9./_~?=&%#-]*[A-Za-z0-9/_]")]
    private static partial Regex Address();
}
