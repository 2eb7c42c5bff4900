using Cake.Core;
using Cake.Frosting;

namespace Build.Tests.Frosting.Host;

public sealed class LifetimeTests
{
    [Fact]
    public void Setup_and_teardown_enclose_the_run_and_each_task()
    {
        var run = HostRun.Of([typeof(Good)], host => host.UseLifetime<Lifetime>().UseTaskLifetime<TaskLifetime>(), "--target=Good");

        Assert.Equal(["setup for Good", "task setup Good", "Good", "task teardown Good", "teardown, success True"], run.Happened);
    }

    [Fact]
    public void The_halves_can_be_given_alone()
    {
        var run = HostRun.Of(
            [typeof(Good)],
            host => host.UseSetup<SetupOnly>().UseTeardown<TeardownOnly>().UseTaskSetup<TaskSetupOnly>().UseTaskTeardown<TaskTeardownOnly>(),
            "--target=Good");

        Assert.Equal(["setup", "task setup", "Good", "task teardown", "teardown"], run.Happened);
    }

    [Fact]
    public void Teardown_runs_after_a_failed_task_and_the_first_error_is_the_one_shown()
    {
        var run = HostRun.Of([typeof(Bad)], host => host.UseLifetime<Lifetime>(), "--target=Bad");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["setup for Bad", "teardown, success False"], run.Happened);
        Assert.EndsWith("Error: broken", run.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_setup_runs_no_task_but_the_teardown()
    {
        var run = HostRun.Of([typeof(Good)], host => host.UseSetup<BrokenSetup>().UseTeardown<TeardownOnly>(), "--target=Good");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["teardown"], run.Happened);
    }

    private sealed class Good : FrostingTask<JournalContext>
    {
        public override void Run(JournalContext context) => context.Journal.Add("Good");
    }

    private sealed class Bad : FrostingTask<JournalContext>
    {
        public override void Run(JournalContext context) => throw new InvalidOperationException("broken");
    }

    private sealed class Lifetime : FrostingLifetime<JournalContext>
    {
        public override void Setup(JournalContext context, ISetupContext info) => context.Journal.Add($"setup for {info.TargetTask.Name}");

        public override void Teardown(JournalContext context, ITeardownContext info) => context.Journal.Add($"teardown, success {info.Successful}");
    }

    private sealed class TaskLifetime : FrostingTaskLifetime<JournalContext>
    {
        public override void Setup(JournalContext context, ITaskSetupContext info) => context.Journal.Add($"task setup {info.Task.Name}");

        public override void Teardown(JournalContext context, ITaskTeardownContext info) => context.Journal.Add($"task teardown {info.Task.Name}");
    }

    private sealed class SetupOnly(Journal journal) : FrostingSetup
    {
        public override void Setup(ICakeContext context, ISetupContext info) => journal.Add("setup");
    }

    private sealed class BrokenSetup : FrostingSetup
    {
        public override void Setup(ICakeContext context, ISetupContext info) => throw new InvalidOperationException("broken");
    }

    private sealed class TeardownOnly : FrostingTeardown<JournalContext>
    {
        public override void Teardown(JournalContext context, ITeardownContext info) => context.Journal.Add("teardown");
    }

    private sealed class TaskSetupOnly : FrostingTaskSetup<JournalContext>
    {
        public override void Setup(JournalContext context, ITaskSetupContext info) => context.Journal.Add("task setup");
    }

    private sealed class TaskTeardownOnly : FrostingTaskTeardown<JournalContext>
    {
        public override void Teardown(JournalContext context, ITaskTeardownContext info) => context.Journal.Add("task teardown");
    }
}
