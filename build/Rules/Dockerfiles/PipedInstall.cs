using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Rules.Facts;
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
        Check = source => source.Scripts.SelectMany(script => InShell(script).Concat(InPowerShell(script))),
    };

    // What nobody can read may hide anything, but hardly this, unless it names a program that fetches.
    private static IEnumerable<Hit> InShell(SourceScript script) =>
        !script.MentionsFetcher || script.Language == ScriptLanguage.PowerShell ? []
        : script.Shell.IsReadable || script.Language != ScriptLanguage.Shell ? PipedInstalls.Find(script.Shell).Select(script.HitAt)
        : [script.HitAt(1, "this is no shell text that can be read, and it names a program that fetches")];

    // Written as a script of its own, or as what a shell gives to `pwsh -Command`.
    private static IEnumerable<Hit> InPowerShell(SourceScript script)
    {
        var lines = script.Language == ScriptLanguage.PowerShell || script.MentionsPowerShell ? PowerShellInstalls.Find(script.Shell.Text) : [];
        var commands = script.MentionsPowerShell
            ? script.Commands.Where(GivesToPowerShell).Select(command => new CommandFault("", command.Written).FindLine(script.Shell.Text))
            : [];
        return lines.Concat(commands).Select(line => script.HitAt(line, "what is fetched is fed to PowerShell"));
    }

    private static bool GivesToPowerShell(SourceCommand command) =>
        command.Effective is { Name: "pwsh" or "powershell", Arguments: var words }
        && PowerShellInstalls.Find(string.Join(' ', words.Select(word => word.Text)).ReplaceLineEndings(" ")).Any();
}
