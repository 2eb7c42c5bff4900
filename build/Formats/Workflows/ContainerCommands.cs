using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Formats.Workflows.Expressions;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>
/// What an action runs in its container: <c>runs.entrypoint</c> with <c>runs.args</c>, and <c>entrypoint</c> and <c>args</c> of a step that
/// uses an image (GitHub's documentation, "Metadata syntax", "runs for Docker container actions").
/// </summary>
internal static class ContainerCommands
{
    private static readonly string[] Entrypoints = ["pre-entrypoint", "entrypoint", "post-entrypoint"];

    public static IEnumerable<Script> Find(Workflow workflow) =>
        OfAction(workflow).Concat(workflow.Steps.SelectMany(step => OfStep(workflow.Path, step)));

    private static IEnumerable<Script> OfAction(Workflow workflow)
    {
        var runs = workflow.IsAction ? workflow.Root["runs"] : null;
        if (runs?["image"] is null)
            yield break;
        foreach (var entrypoint in Entrypoints.Select(name => runs[name]).OfType<LocatedValue>().Where(value => value.Text is not null))
            yield return CommandWords.Script(workflow.Path, workflow.Path, [entrypoint]);
        if (WordsOf(runs) is { Count: > 0 } words)
            yield return CommandWords.Script(workflow.Path, workflow.Path, words);
    }

    private static List<LocatedValue> WordsOf(LocatedValue runs) =>
    [
        .. runs["entrypoint"] is { Text: not null } entrypoint ? [entrypoint] : Array.Empty<LocatedValue>(),
        .. CommandWords.ListOf(runs["args"]).Select(word => word with { Text = Template.Fill(word.Text!, StepScripts.Filler) }),
    ];

    /// <summary>The arguments are one text, which is split into words as by a shell.</summary>
    private static IEnumerable<Script> OfStep(string path, WorkflowStep step)
    {
        if (step.Value["uses"]?.Text?.StartsWith("docker://", StringComparison.OrdinalIgnoreCase) != true)
            yield break;
        if (step.Input("args") is { Text: not null } words)
        {
            var line = Template.Fill($"{step.Input("entrypoint")?.Text} {words.Text}", StepScripts.Filler);
            yield return Script.WithLines(path, Place.At(path, words.Line), line, ScriptLanguage.Shell);
        }
    }
}
