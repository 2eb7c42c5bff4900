using ContainerSecurity.Findings;

namespace ContainerSecurity.Reports;

/// <summary>Verdicts in their colours on the console.</summary>
internal static class VerdictMarkup
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "[green]pass[/]",
        Verdict.Incomplete => "[yellow]incomplete[/]",
        Verdict.Fail => "[red]fail[/]",
        _ => "[red]error[/]",
    };
}
