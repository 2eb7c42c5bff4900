using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Workflows.Expressions;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>The actor is who caused the last event, not who wrote the code: a bot's event on a stranger's pull request passes too.</summary>
internal static class BotCondition
{
    private static readonly string[] Names =
        ["github.actor", "github.triggering_actor", "github.event.pull_request.sender.login", "github.event.sender.login"];

    private static readonly string[] Numbers = ["github.actor_id", "github.event.pull_request.sender.id", "github.event.sender.id"];

    /// <summary>Of Dependabot, its preview and its application, and of Renovate.</summary>
    private static readonly string[] Bots = ["49699333", "27856297", "29110", "29139614"];

    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3020",
        Severity.High,
        "A condition trusts whoever caused the event.",
        "Ask for the author: github.event.pull_request.user.login.")
    {
        Mildest = Severity.Low,
        Check = facts =>
            from condition in Conditions.Of(facts)
            from comparison in condition.Parts.OfType<Operation>()
            where comparison.Operator == "==" && NamesBot(comparison.Operands)
            select new Hit(condition.Value.Line, comparison.Operands.OfType<Access>().First().Name)
            {
                Severity = facts.IsPrivileged ? Severity.High : Severity.Low,
            },
    };

    private static bool NamesBot(ImmutableArray<Expression> operands) =>
        operands.OfType<Access>().FirstOrDefault()?.Name.ToLowerInvariant() is { } name
        && operands.OfType<Literal>().FirstOrDefault()?.Text is { } text
        && ((Names.Contains(name) && text.EndsWith("[bot]", StringComparison.OrdinalIgnoreCase)) || (Numbers.Contains(name) && Bots.Contains(text)));
}
