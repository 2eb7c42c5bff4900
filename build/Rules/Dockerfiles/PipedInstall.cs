using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell.PowerShell;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Dockerfiles;

/// <summary>What is piped into a shell is run before anybody can look at it, and the server may give each caller something else.</summary>
internal static class PipedInstall
{
    public static Rule<CommandSource> Rule { get; } = new(
        "CS1001",
        Severity.High,
        "Something is fetched and run unseen.",
        "Download it to a file, compare its SHA-256 with one that is written down here, then run it.")
    {
        Check = source =>
        [
            .. source.FlowFaults(FaultKind.RunUnseen),
            .. source.Scripts.SelectMany(InPowerShellText),
            .. source.Scripts.Where(IsUnreadable).Select(script =>
                script.HitAt(1, "this is no shell text that can be read, and it names a program that fetches")),
        ],
    };

    // What nobody can read may hide anything, but hardly this, unless it names a program that fetches.
    private static bool IsUnreadable(SourceScript script) =>
        script is { Language: ScriptLanguage.Shell, MentionsFetcher: true, Shell.IsReadable: false };

    // A pipe of sh in a command that is meant for PowerShell: `pwsh -c irm … | iex`.
    private static IEnumerable<Hit> InPowerShellText(SourceScript script) => script.Language != ScriptLanguage.PowerShell && script.MentionsPowerShell
        ? PowerShellScript.FindFaults(script.Shell.Text).Where(fault => fault.Kind == FaultKind.RunUnseen).Select(script.HitAt)
        : [];
}
