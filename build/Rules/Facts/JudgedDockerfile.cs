using System.Collections.Immutable;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Facts;

/// <summary>What the own rules see of a Dockerfile: each instruction with its variables replaced, and the shell texts that it runs.</summary>
internal sealed class JudgedDockerfile(DockerBuild build, LintedFile file)
{
    private static readonly string[] Running = ["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"];

    public LintConfiguration Settings => file.Settings;

    public DockerBuild Build => build;

    /// <summary>Every instruction once, at its own line, what ONBUILD triggers too.</summary>
    public ImmutableArray<BuildStep> Steps => field.IsDefault ? field = [.. AllSteps()] : field;

    /// <summary>The shell texts, each with the line of its instruction.</summary>
    public ImmutableArray<(int Line, JudgedScript Script)> Scripts => field.IsDefault ? field = [.. AllScripts()] : field;

    // A stage that inherits triggers runs them once more, at the line of its FROM; they are judged where they stand.
    private IEnumerable<BuildStep> AllSteps() =>
    [
        .. build.Steps.Where(step => step.Line == step.Instruction.Line),
        .. file.Instructions.SelectMany(Triggered),
    ];

    private static IEnumerable<BuildStep> Triggered(LintedInstruction instruction) => instruction.Triggered is { } inner
        ? [new BuildStep(inner.Instruction, instruction.Line, inner.Arguments, [])]
        : [];

    private IEnumerable<(int Line, JudgedScript Script)> AllScripts()
    {
        var shells = new StageShells();
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Keyword == "FROM")
                shells.Enter(instruction.BaseImage);
            else if (instruction.Keyword == "SHELL")
                shells.Set(shells.Current with { Shell = instruction.Script.Text });
            var run = instruction.Triggered ?? instruction;
            if (Running.Contains(run.Keyword))
                yield return (instruction.Line, new JudgedScript(ShellOf(run), LanguageOf(run, shells.Current.Shell), Settings));
        }
    }

    /// <summary>The exec form as words, not as text that a shell would take apart again.</summary>
    private static ShellScript ShellOf(LintedInstruction run) =>
        run.Instruction.ExecForm is { } words ? ShellScript.Parse(QuotedWords.Of(words)) : run.Script;

    private static ScriptLanguage LanguageOf(LintedInstruction run, string shell) =>
        run.Instruction.ExecForm is null && (shell.Contains("pwsh", StringComparison.OrdinalIgnoreCase) || shell.Contains("powershell", StringComparison.OrdinalIgnoreCase))
            ? ScriptLanguage.PowerShell
            : ScriptLanguage.Shell;
}
