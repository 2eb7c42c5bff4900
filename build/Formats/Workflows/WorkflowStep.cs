using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>A step of a job or of an action.</summary>
internal sealed record WorkflowStep(LocatedValue Value, WorkflowJob Job)
{
    /// <summary>The mappings whose <c>env</c> and <c>defaults</c> it sees, itself first.</summary>
    public IEnumerable<LocatedValue> Scopes => Job.Scopes.Prepend(Value);

    public string? Id => Value["id"]?.Text;

    /// <summary>The text that a shell runs; null for a step that uses an action.</summary>
    public LocatedValue? Run => WithText(Value["run"]);

    /// <summary>The action's name without folder and version, in lower case; null for a step that runs a script.</summary>
    public string? Action => Value["uses"]?.Text?.Split('@')[0].ToLowerInvariant();

    public LocatedValue? Input(string name) =>
        (Value["with"]?.Members ?? []).FirstOrDefault(input => input.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>The command line that runs <see cref="Run"/>: the step's own, or by <c>defaults</c> of the job or the workflow.</summary>
    public LocatedValue? Shell => WithText(Value["shell"])
        ?? (Run is null ? null : Scopes.Select(scope => WithText(scope["defaults"]?["run"]?["shell"])).FirstOrDefault(shell => shell is not null));

    /// <summary>The shells that may run it: several where a matrix or a choice of machines decides.</summary>
    public ImmutableArray<StepShell> Shells => field.IsDefault ? field = StepShell.Of(this) : field;

    /// <summary>The folder that it runs in, relative to the checkout; null where only the run knows it.</summary>
    public string? Folder
    {
        get
        {
            var folder = WithText(Value["working-directory"])
                ?? Scopes.Select(scope => WithText(scope["defaults"]?["run"]?["working-directory"])).FirstOrDefault(text => text is not null);
            return folder is null ? "" : Expressions.Template.IsIn(folder.Text) || folder.Text!.StartsWith('/') ? null : folder.Text;
        }
    }

    private static LocatedValue? WithText(LocatedValue? value) => value is { Text: not null } ? value : null;
}
