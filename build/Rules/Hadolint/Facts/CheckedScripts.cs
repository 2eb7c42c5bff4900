using System.Collections.Immutable;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint.Facts;

/// <summary>
/// The scripts of a Dockerfile's RUNs in shell form, those after ONBUILD too, each with the shell that SHELL or a pragma set (Hadolint 2.15.1).
/// </summary>
internal static class CheckedScripts
{
    public static ImmutableArray<CheckedScript> Find(LintedFile file) => [.. Walk(file), .. Walk(file.Triggered)];

    private static IEnumerable<CheckedScript> Walk(LintedFile file)
    {
        var shells = new StageShells();
        foreach (var (_, instruction, comment) in InOrder(file))
        {
            if (comment is not null && Pragma.ParseShell(comment.Text) is { } shell)
                shells.SetByPragma(shell);
            else if (instruction is { Keyword: "RUN", Instruction: { ExecForm: null } run } && ScriptOf(shells.Current, run) is { } text)
                yield return new CheckedScript(instruction.Line, text);
            else if (instruction is not null)
                Follow(shells, instruction);
        }
    }

    private static string? ScriptOf(ShellSettings settings, Instruction run) => settings.Script(run.Script.Text, run.Interpreter);

    private static void Follow(StageShells shells, LintedInstruction instruction)
    {
        if (instruction.Keyword == "FROM")
            shells.Enter(instruction.BaseImage);
        else if (instruction.Keyword is "ARG" or "ENV")
            shells.Set(shells.Current.With(instruction.Pairs.Select(pair => pair.Name)));
        else if (instruction.Keyword == "SHELL")
            shells.Set(shells.Current with { Shell = instruction.Script.Text });
    }

    private static IEnumerable<(int Line, LintedInstruction? Instruction, Comment? Comment)> InOrder(LintedFile file) => file.Instructions
        .Select(instruction => (instruction.Line, (LintedInstruction?)instruction, (Comment?)null))
        .Concat(file.Comments.Select(comment => (comment.Line, (LintedInstruction?)null, (Comment?)comment)))
        .OrderBy(item => item.Line);
}
