using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Workflows;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>The artifacts of a pull request's run are made by its code: their files may lie over those of this checkout.</summary>
internal static partial class PoisonedArtifact
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3014",
        Severity.High,
        "A workflow with secrets downloads an artifact of a run that others made, and runs programs after that.",
        "Unpack it into a folder of its own (`path: ${{ runner.temp }}/artifact`), and take nothing but data out of it, checked.")
    {
        Mildest = Severity.Medium,
        Check = facts => facts.Workflow.RunsOn("workflow_run")
            ? from job in facts.Workflow.Jobs
              from step in job.Steps.Index()
              where Download(step.Item) is not null && (RunsBehind(step.Item) || job.Steps.Skip(step.Index + 1).Any(RunsFiles))
              select new Hit(Download(step.Item)!.Value, step.Item.Action)
              {
                  Severity = IsApart(step.Item) ? Severity.Medium : Severity.High,
              }
            : [],
    };

    private static int? Download(WorkflowStep step) =>
        step.Action switch
        {
            "actions/download-artifact" when step.Input("run-id") is not null => step.Value["uses"]!.Line,
            "dawidd6/action-download-artifact" or "aochmann/actions-download-artifact" or "levonet/action-download-last-artifact" =>
                step.Value["uses"]!.Line,
            "actions/github-script" when step.Input("script")?.Text?.Contains("downloadArtifact", StringComparison.Ordinal) == true =>
                step.Value["uses"]!.Line,
            null when step.Run is { Text: { } run } && GitHubDownload().Match(run) is { Success: true } found =>
                step.Run.Line + run.AsSpan(0, found.Index).Count('\n'),
            _ => null,
        };

    private static bool IsApart(WorkflowStep step) =>
        step.Input("path")?.Text is { } path && OwnFolder().IsMatch(path);

    /// <summary>Something of the checkout or of the artifact.</summary>
    private static bool RunsFiles(WorkflowStep step) =>
        (step.Run is { Text: { } run } && Running().IsMatch(run)) || step.Value["uses"]?.Text?.StartsWith("./", StringComparison.Ordinal) == true;

    /// <summary>The script that downloads runs files as well.</summary>
    private static bool RunsBehind(WorkflowStep step) =>
        step.Run is { Text: { } run } && GitHubDownload().Match(run) is { Success: true } found && Running().IsMatch(run, found.Index + found.Length);

    [GeneratedRegex(@"runner\.temp|RUNNER_TEMP|^/tmp/")]
    private static partial Regex OwnFolder();

    [GeneratedRegex(@"\bgh\s+run\s+download\b|\bactions/artifacts/[^\s]+/zip\b")]
    private static partial Regex GitHubDownload();

    [GeneratedRegex(
        @"(^|[\s;&|(])(\./|\.\\|(ba|z|da|k)?sh\s+\S|source\s|\.\s+\S|make\b|npm\b|npx\b|yarn\b|pnpm\b|node\s|python3?\s|pip3?\s+install|ruby\s|bundle\b"
        + @"|mvn\b|gradle\b|cargo\b|go\s+(run|test|build|generate)\b|dotnet\b|cmake\b|docker\s+(build|load|compose)\b|pwsh\b|perl\s|php\s|composer\b|just\b|tox\b|pytest\b"
        + @"|chmod\s+\+?\S*x)",
        RegexOptions.Multiline)]
    private static partial Regex Running();
}
