using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ConfigurationFiles;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Facts;

/// <summary>Takes a file apart for the rules about commands.</summary>
internal static class CommandSourceReader
{
    private static readonly string[] Running = ["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"];

    public static CommandSource Read(DockerBuild build, LintConfiguration settings)
    {
        var path = build.Dockerfile.Path;
        var steps = build.Stages.SelectMany(stage => stage.Written).ToList();
        return new CommandSource(path, settings)
        {
            Stages = build.Stages,
            Steps = [.. steps],
            // A fragment without FROM has shell texts too.
            Scripts = [.. build.GlobalSteps
                .Concat(steps)
                .Where(step => Running.Contains(step.Keyword))
                .Select(step => new SourceScript(ScriptOf(path, step)))],
        };
    }

    /// <summary>A workflow, an action or a devcontainer.json.</summary>
    public static CommandSource Read(ConfigurationFile file, LintConfiguration settings) => new(file.Path, settings)
    {
        Scripts = [.. file.Scripts.Select(script => new SourceScript(script) { IsOfContainer = file.Kind == ConfigurationFileKind.DevContainer })],
    };

    /// <summary>A script file that another file names.</summary>
    public static CommandSource Read(Script script, LintConfiguration settings) =>
        new(script.Place.File!, settings) { Scripts = [new SourceScript(script) { IsOfContainer = false }] };

    private static Script ScriptOf(string path, BuildStep step)
    {
        var shell = ShellOf(step.Instruction);
        return new Script(step.Keyword, Place.At(path, step.Line), shell.Text, LanguageOf(step)) { Shell = shell };
    }

    /// <summary>The exec form as words, not as text that a shell would take apart again.</summary>
    private static ShellScript ShellOf(Instruction run) => run.ExecForm is { } words ? ShellScript.Parse(QuotedWords.Join(words)) : run.Script;

    private static ScriptLanguage LanguageOf(BuildStep run) =>
        run.IsShellForm && run.Shell.Any(IsPowerShell) ? ScriptLanguage.PowerShell : ScriptLanguage.Shell;

    private static bool IsPowerShell(string word) =>
        word.Contains("pwsh", StringComparison.OrdinalIgnoreCase) || word.Contains("powershell", StringComparison.OrdinalIgnoreCase);
}
