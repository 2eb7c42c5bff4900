using System.Collections.Immutable;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Facts;

/// <summary>What the own rules see of a Dockerfile: each instruction with its variables replaced, and the shell texts that it runs.</summary>
internal sealed class JudgedDockerfile(DockerBuild build, LintConfiguration settings)
{
    private static readonly string[] Running = ["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"];

    public LintConfiguration Settings => settings;

    public DockerBuild Build => build;

    /// <summary>Every instruction once, at its own line, what ONBUILD triggers too.</summary>
    public IEnumerable<BuildStep> Steps => build.Stages.SelectMany(stage => stage.Written);

    /// <summary>The shell texts, each with the line of its instruction; a fragment without FROM has them too.</summary>
    public ImmutableArray<(int Line, JudgedScript Script)> Scripts => field.IsDefault ? field = [.. AllScripts()] : field;

    private IEnumerable<(int Line, JudgedScript Script)> AllScripts() =>
        from step in build.GlobalSteps.Concat(Steps)
        where Running.Contains(step.Keyword)
        select (step.Line, new JudgedScript(ShellOf(step.Instruction), LanguageOf(step), settings));

    /// <summary>The exec form as words, not as text that a shell would take apart again.</summary>
    private static ShellScript ShellOf(Instruction run) => run.ExecForm is { } words ? ShellScript.Parse(QuotedWords.Of(words)) : run.Script;

    private static ScriptLanguage LanguageOf(BuildStep run) => run.IsShellForm && run.Shell.Any(IsPowerShell) ? ScriptLanguage.PowerShell : ScriptLanguage.Shell;

    private static bool IsPowerShell(string word) =>
        word.Contains("pwsh", StringComparison.OrdinalIgnoreCase) || word.Contains("powershell", StringComparison.OrdinalIgnoreCase);
}
