using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Formats.Workflows;

namespace ContainerSecurity.Rules.Workflows.Facts;

/// <summary>A step: what it writes for those behind it, and who chooses that.</summary>
/// <param name="index">Among the steps of its job.</param>
internal sealed partial class StepFacts(JobFacts job, WorkflowStep step, int index)
{
    public WorkflowStep Step => step;

    public JobFacts Job => job;

    public int Index => index;

    public ValueScope Scope => field ??= new ValueScope(job, [.. step.Scopes], HasStep: true, Before: index);

    /// <summary>What its script writes into the runner's files.</summary>
    public ImmutableArray<FileWrite> Writes => field.IsDefault ? field = FindWrites() : field;

    /// <param name="name">In lower case; <c>*</c> for any.</param>
    public Choice Output(string name)
    {
        if (step.Run is not null)
        {
            return Choice.Worst(Writes
                .Where(write => write.File == RunnerFile.Output
                    && (write.Name is null || name == "*" || write.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                .Select(write => write.Choice));
        }

        var by = step.Action is not { } action ? Chooser.Nobody
            : action == "actions/github-script" && step.Input("script")?.Text is { } script && ReadsForeignText().IsMatch(script) ? Chooser.Stranger
            : ActionOutputs.Choose(action, name);
        return new Choice(by, "");
    }

    private ImmutableArray<FileWrite> FindWrites()
    {
        if (step.Run is not { Text: { } text } || !RunnerFiles.AreIn(text))
            return [];
        var isShell = step.Shells.Any(shell => shell.Language is ScriptLanguage.Shell or ScriptLanguage.Other);
        return isShell && new ShellValues(text, Scope) is { IsReadable: true } script
            ? script.FindWrites()
            : PlainValues.FindWrites(text, Scope);
    }

    /// <summary>Of a script in JavaScript: what strangers write stands in the payload.</summary>
    [GeneratedRegex(
        @"payload\b[\s\S]*\.\s*(title|body|ref|label|message)\b|\.\s*head_ref\b|\.\s*(title|body)\b[\s\S]*setOutput|listFiles|\bfilename\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex ReadsForeignText();
}
