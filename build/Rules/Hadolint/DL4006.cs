using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Without pipefail only the last program of a pipe can fail.</summary>
internal static class DL4006
{
    private static readonly string[] ShellsWithPipefail = ["bash", "zsh", "ash"];

    private static readonly string[] OtherShells = ["pwsh", "powershell", "cmd"];

    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL4006",
        Severity.Medium,
        "A pipe hides failures; set `SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]` before it (`/bin/ash` on Alpine).",
        Unguarded);

    private static IEnumerable<int> Unguarded(LintedFile file)
    {
        var guarded = false;
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Keyword == "FROM")
                guarded = false;
            else if (instruction.Keyword == "SHELL")
                guarded = HasNoPipefail(instruction) || instruction.Commands.Any(SetsPipefail);
            else if (instruction.Keyword == "RUN" && !guarded && instruction.Script.HasPipe && !GuardsItself(instruction))
                yield return instruction.Line;
        }
    }

    private static bool HasNoPipefail(LintedInstruction shell) =>
        OtherShells.Any(name => shell.Script.Text.StartsWith(name, StringComparison.Ordinal));

    /// <summary>A shell by any path is that shell.</summary>
    private static bool SetsPipefail(ShellCommand command) =>
        ShellsWithPipefail.Contains(command.Name?.Split('/')[^1]) && HasPipefail(command);

    /// <summary>A here-document that names its shell can set it there; a shell that has no such option ends at that line.</summary>
    private static bool GuardsItself(LintedInstruction run) =>
        run.Instruction.Interpreter is not null && run.Commands.Any(command => command.Name == "set" && HasPipefail(command));

    private static bool HasPipefail(ShellCommand command) => command.HasFlag("o") && command.Arguments.Contains("pipefail");
}
