using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Workflows;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>An expression is replaced before the shell reads the line, so that a title can hold a command.</summary>
internal static class ScriptInjection
{
    public static Rule<Workflow> Rule { get; } = new(
        "CS3003",
        Severity.High,
        "A script holds a text that others choose.",
        "Put the expression into `env` of the step and use the variable in the script, in quotes.")
    {
        Check = workflow =>
            from step in workflow.Steps
            let variables = UntrustedText.Variables(step)
            from script in step.ProgramTexts
            from found in UntrustedText.In(script.Text!, variables)
            select new Hit(script.Line + script.Text.AsSpan(0, found.Position).Count('\n'), found.Context),
    };
}
