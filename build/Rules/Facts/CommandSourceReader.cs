using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ConfigurationFiles;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Rules.Facts;

/// <summary>Takes a file apart for the rules about commands.</summary>
internal static class CommandSourceReader
{
    /// <summary>The instructions that run commands.</summary>
    public static readonly string[] Running = ["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"];

    /// <param name="context">What it may copy; null where nobody knows.</param>
    public static CommandSource Read(DockerBuild build, LintConfiguration settings, ContextFolder? context = null)
    {
        var path = build.Dockerfile.Path;
        var steps = build.Stages.SelectMany(stage => stage.Written).ToList();
        var loose = build.GlobalSteps.Where(step => Running.Contains(step.Keyword)).Select(step => new SourceScript(ScriptOf(path, step))).ToList();
        return new CommandSource(path, settings)
        {
            Stages = build.Stages,
            Context = context,
            Steps = [.. steps],
            // A fragment without FROM has shell texts too.
            Scripts = [.. loose, .. steps.Where(step => Running.Contains(step.Keyword)).Select(step => new SourceScript(ScriptOf(path, step)))],
            LooseScripts = [.. loose],
        };
    }

    /// <summary>A workflow, an action or a devcontainer.json.</summary>
    public static CommandSource Read(ConfigurationFile file, LintConfiguration settings)
    {
        ImmutableArray<SourceScript> scripts =
            [.. file.Scripts.Select(script => new SourceScript(script) { IsOfContainer = file.Workflow is null })];
        return new CommandSource(file.Path, settings) { Scripts = scripts, LooseScripts = scripts };
    }

    /// <summary>A script file that another file names.</summary>
    public static CommandSource Read(Script script, LintConfiguration settings)
    {
        ImmutableArray<SourceScript> scripts = [new(script) { IsOfContainer = false }];
        return new(script.Place.File!, settings) { Scripts = scripts, LooseScripts = scripts };
    }

    /// <summary>A script file that images run; what it brings is judged where it is run.</summary>
    public static CommandSource Read(KnownFile file, LintConfiguration settings)
    {
        var language = ScriptFile.LanguageOfName(file.Path) ?? ScriptFile.LanguageOfHead(file.Text) ?? ScriptLanguage.Shell;
        return new(file.Path, settings) { Scripts = [new(Script.WithLines(file.Path, Place.At(file.Path, 1), file.Text, language))] };
    }

    public static Script ScriptOf(string path, BuildStep step)
    {
        var (shell, language) = (ShellOf(step.Instruction), LanguageOf(step));
        var script = new Script(step.Keyword, Place.At(path, step.Line), shell.Text, language);
        return language is ScriptLanguage.Shell or ScriptLanguage.PowerShell or ScriptLanguage.Cmd ? script with { Shell = shell } : script;
    }

    /// <summary>The exec form as words, not as text that a shell would take apart again.</summary>
    private static ShellScript ShellOf(Instruction run) => run.ExecForm is { } words ? ShellScript.Parse(QuotedWords.Join(words)) : run.Script;

    private static ScriptLanguage LanguageOf(BuildStep run) =>
        run.Instruction.Interpreter is { } program ? ScriptFile.LanguageOfProgram(program)
        : run.IsShellForm && run.Shell is [var shell, ..] ? ScriptFile.LanguageOfProgram(shell)
        : ScriptLanguage.Shell;
}
