using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Shell.Programs.Table;

namespace ContainerSecurity.Formats.Workflows;

/// <summary>A step of a job or of an action.</summary>
/// <param name="Scopes">The mappings whose <c>env</c> and <c>defaults</c> it sees, itself first.</param>
internal sealed record WorkflowStep(LocatedValue Value, IReadOnlyList<LocatedValue> Scopes)
{
    /// <summary>Inputs by which actions are given a program: <c>actions/github-script</c>, and those that run one elsewhere.</summary>
    private static readonly string[] ProgramInputs = ["script", "inlinescript", "inline-script", "run", "command", "commands", "cmd"];

    /// <summary>The text that a shell runs; null for a step that uses an action.</summary>
    public LocatedValue? Run => WithText(Value["run"]);

    /// <summary>The command line that runs <see cref="Run"/>: the step's own, or by <c>defaults</c> of the job or the workflow.</summary>
    public LocatedValue? Shell => WithText(Value["shell"])
        ?? (Run is null ? null : Scopes.Select(scope => WithText(scope["defaults"]?["run"]?["shell"])).FirstOrDefault(shell => shell is not null));

    public ScriptLanguage Language => Shell?.Text!.Split(' ')[0] switch
    {
        null => ScriptLanguage.Shell,
        "pwsh" or "powershell" => ScriptLanguage.PowerShell,
        var program when ProgramTable.Is(ProgramTable.NameOf(program), Act.Shell) => ScriptLanguage.Shell,
        _ => ScriptLanguage.Other,
    };

    /// <summary>GitHub starts shells by their names with <c>-e</c>; a command line of one's own says it itself.</summary>
    public bool StopsAtErrors => Shell?.Text is null or "bash" or "sh" || Shell.Text.Contains(" -e", StringComparison.Ordinal);

    /// <summary>Every text that becomes part of a program, run by a shell or by an action.</summary>
    public IEnumerable<LocatedValue> ProgramTexts => (Value["with"]?.Members ?? [])
        .Where(input => ProgramInputs.Contains(input.Name.ToLowerInvariant()))
        .Select(input => WithText(input.Value))
        .Prepend(Shell)
        .Prepend(Run)
        .OfType<LocatedValue>();

    private static LocatedValue? WithText(LocatedValue? value) => value is { Text: not null } ? value : null;
}
