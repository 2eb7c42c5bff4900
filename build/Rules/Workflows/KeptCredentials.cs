using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats;
using ContainerSecurity.Formats.Workflows;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>The token stays in the checkout for every later step, and leaves with an artifact of the whole folder.</summary>
internal static partial class KeptCredentials
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3011",
        Severity.High,
        "A checkout keeps the token of the job.",
        "Write `persist-credentials: false`; where a later step pushes, give it the token there.")
    {
        Mildest = Severity.Low,
        Check = facts =>
            from job in facts.Workflow.StepLists
            let uploads = job.Steps.Index().Where(step => IsUploadOfAll(step.Item)).Select(step => step.Index).DefaultIfEmpty(-1).Last()
            from step in job.Steps.Index()
            where step.Item.Action == "actions/checkout" && IsKept(step.Item.Input("persist-credentials"))
            select new Hit(
                step.Item.Value["uses"]!.Line,
                step.Index < uploads ? "and a later step uploads the whole folder" : null)
            {
                Severity = step.Index < uploads ? Severity.High : Severity.Low,
            },
    };

    private static bool IsKept(LocatedValue? kept) => kept is null || !"false".Equals(kept.Text, StringComparison.OrdinalIgnoreCase);

    private static bool IsUploadOfAll(WorkflowStep step) =>
        step.Action == "actions/upload-artifact"
        && (step.Input("path")?.Text ?? "").Split('\n').Any(path => WholeFolder().IsMatch(path.Trim()));

    [GeneratedRegex(
        @"^((\.|\./|\*|\*\*|\./\*|\./\*\*|\.git|\./\.git|\.git/config)/?|(\$\{\{\s*github\.workspace\s*\}\}|\$GITHUB_WORKSPACE)(/|/\*|/\*\*|/\.git)?)\z")]
    private static partial Regex WholeFolder();
}
