using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Formats.Workflows.Expressions;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>What the steps of a workflow run: each script in the language of its shell, and the command line of the shell itself.</summary>
internal static class StepScripts
{
    /// <summary>Stands for what an expression yields.</summary>
    internal const string Filler = "EXPRESSION";

    public static IEnumerable<Script> Find(Workflow workflow) =>
    [
        .. from step in workflow.Steps.DistinctBy(step => (step.Run, step.Shell, step.Job.Runner.MayBeWindows))
           where step.Run is not null
           from script in ScriptsOf(workflow.Path, step)
           select script,
        .. ContainerCommands.Find(workflow),
        .. workflow.Steps.Select(step => step.Shell).OfType<LocatedValue>().Distinct().SelectMany(shell => Line(workflow.Path, shell)),
    ];

    private static ImmutableArray<Script> ScriptsOf(string path, WorkflowStep step)
    {
        ImmutableArray<Script> scripts = [.. step.Shells.Select(shell => ScriptOf(path, step, shell))];
        // On several systems a text that is no shell script must be one for the other shell.
        return scripts.Length > 1 && scripts.Any(script => script.Language == ScriptLanguage.Shell && !script.Shell.IsReadable)
            ? [.. scripts.Where(script => script.Language != ScriptLanguage.Shell)]
            : scripts;
    }

    private static Script ScriptOf(string path, WorkflowStep step, StepShell shell) =>
        Script.WithLines(path, Place.At(path, step.Run!.Line), Template.Fill(step.Run.Text!, Filler), shell.Language) with
        {
            StopsAtErrors = shell.StopsAtErrors,
            StopsInPipes = shell.StopsInPipes,
            Folder = step.Folder,
            Machine = step.Job.Name,
        };

    /// <summary><c>shell: bash -c "curl … | bash; {0}"</c> runs more than the script.</summary>
    private static IEnumerable<Script> Line(string path, LocatedValue shell)
    {
        var line = Template.Fill(shell.Text!, Filler);
        return line.IndexOfAny(['"', '\'', ';', '|', '&', '<']) >= 0
            ? [Script.WithLines(path, Place.At(path, shell.Line), line, ScriptLanguage.Shell)]
            : [];
    }
}
