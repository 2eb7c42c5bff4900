using ContainerSecurity.Findings;
using ContainerSecurity.Formats;
using ContainerSecurity.Formats.Workflows.Expressions;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>An expression is replaced before the shell reads the line, so that a title can hold a command.</summary>
/// <remarks>High for what anybody may write, medium for what people with rights here may, low where nobody can see who may.</remarks>
internal static class ScriptInjection
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3003",
        Severity.High,
        "A script holds a text that others choose.",
        "Put the expression into `env` of the step and use the variable in the script, in quotes.")
    {
        Mildest = Severity.Low,
        Check = facts =>
            from step in facts.Steps
            from program in ProgramInputs.Find(step.Step)
            from hit in In(program.Text, step.Scope, program.IsCertain)
            select hit,
    };

    private static IEnumerable<Hit> In(LocatedValue program, ValueScope scope, bool isCertain)
    {
        var (line, from) = (program.Line, 0);
        foreach (var template in Template.In(program.Text!))
        {
            line += program.Text.AsSpan(from, template.Position - from).Count('\n');
            from = template.Position;
            if (scope.Of(template) is { By: not Chooser.Nobody, Severity: var severity } choice)
                yield return new Hit(line, choice.What) { Severity = isCertain || severity < Severity.High ? severity : Severity.Medium };
        }
    }
}
