using ContainerSecurity.Findings;
using ContainerSecurity.Reports.Words;
using Spectre.Console;

namespace ContainerSecurity.Reports;

/// <summary>The claims on the console, for a run that judges nothing else.</summary>
internal static class ClaimTable
{
    public static void Write(IAnsiConsole console, ScanReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("claim", "verdict", "check", "subject", "holds", "planted, seen");
        foreach (var claim in report.Claims)
        {
            foreach (var (index, check) in claim.Checks.Index())
            {
                table.AddRow(
                    index == 0 ? Markup.Escape($"{claim.Id} {claim.Name.Trim('`')}") : "",
                    index == 0 ? VerdictMarkup.Of(claim.Verdict) : "",
                    check.Id,
                    check.Subject,
                    ClaimWords.Holds(check),
                    ClaimWords.Detects(check));
            }
        }

        console.Write(table);
    }
}
