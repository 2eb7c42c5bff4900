using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats;
using ContainerSecurity.Formats.Workflows.Expressions;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>With them, everything that a step prints can set a variable: the runner obeys no longer by itself (CVE-2020-15228).</summary>
internal static partial class InsecureCommands
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3009",
        Severity.High,
        "A step sets variables by what it prints.",
        "Remove ACTIONS_ALLOW_UNSECURE_COMMANDS, and write to GITHUB_ENV or GITHUB_PATH.")
    {
        Mildest = Severity.Medium,
        Check = facts => Switches(facts).Concat(Commands(facts)),
    };

    private static IEnumerable<Hit> Switches(WorkflowFacts facts) =>
        from scope in facts.Workflow.Jobs.Select(job => job.Value)
            .Concat(facts.Workflow.Steps.Select(step => step.Value))
            .Prepend(facts.Workflow.Root)
        from variable in scope["env"]?.Members ?? []
        where variable.Name.Equals("ACTIONS_ALLOW_UNSECURE_COMMANDS", StringComparison.OrdinalIgnoreCase) && IsOn(variable.Value)
        select new Hit(variable.Line, variable.Name);

    private static bool IsOn(LocatedValue value) => value.Text?.ToLowerInvariant() is "true" or "1" or "$true" || Template.IsIn(value.Text);

    private static IEnumerable<Hit> Commands(WorkflowFacts facts) =>
        from step in facts.Workflow.Steps
        let run = step.Run
        where run is not null
        from found in Lines(run.Text!)
        select new Hit(run.Line + found.Line, found.Command) { Severity = Severity.Medium };

    private static IEnumerable<(int Line, string Command)> Lines(string text) =>
        from line in text.Split('\n').Index()
        let command = Command().Match(line.Item)
        where command.Success
        select (line.Index, command.Value);

    [GeneratedRegex(@"::(set-env\s+name=|add-path::)|\bACTIONS_ALLOW_UNSECURE_COMMANDS=[""']?(true|1)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Command();
}
