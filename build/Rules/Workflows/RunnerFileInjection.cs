using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Workflows.Facts;

namespace ContainerSecurity.Rules.Workflows;

/// <summary>
/// A line more in <c>GITHUB_ENV</c> or <c>GITHUB_PATH</c> makes the programs of later steps run anything (<c>LD_PRELOAD</c>,
/// <c>NODE_OPTIONS</c>); a line more in <c>GITHUB_OUTPUT</c> sets another output.
/// </summary>
internal static class RunnerFileInjection
{
    public static Rule<WorkflowFacts> Rule { get; } = new(
        "CS3008",
        Severity.High,
        "A text that others choose is written into a file by which the runner sets variables.",
        "Give the value to the steps that need it by `env` or as an output, or check that it is one short line of harmless letters before.")
    {
        Mildest = Severity.Low,
        Check = facts =>
            from step in facts.Steps
            from write in Worst(step)
            where write.Choice.By >= LeastFor(write.File, facts)
            select new Hit(step.Step.Run!.Line + write.Line - 1, $"GITHUB_{Name(write.File)} from {Shown(write.Choice)}")
            {
                Severity = write.File == RunnerFile.Output ? Severity.Low : write.Choice.Severity,
            },
    };

    /// <summary>What nobody can see is told where it would weigh most, and where the caller's variables go in.</summary>
    private static Chooser LeastFor(RunnerFile file, WorkflowFacts facts) =>
        file == RunnerFile.Output ? Chooser.Stranger
        : facts.IsPrivileged || facts.Workflow.IsAction ? Chooser.Unknown
        : Chooser.Insider;

    /// <summary>One for each line.</summary>
    private static IEnumerable<FileWrite> Worst(StepFacts step)
    {
        step.Job.FollowTo(step.Index);
        return step.Writes.GroupBy(write => (write.Line, write.File)).Select(line => line.MaxBy(write => write.Choice.By)!);
    }

    private static string Shown(Choice choice) => choice.What.Length > 0 ? choice.What : "a command";

    private static string Name(RunnerFile file) => file switch
    {
        RunnerFile.Environment => "ENV",
        RunnerFile.Path => "PATH",
        _ => "OUTPUT",
    };
}
