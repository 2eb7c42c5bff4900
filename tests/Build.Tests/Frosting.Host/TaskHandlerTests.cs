using Cake.Frosting;

namespace Build.Tests.Frosting.Host;

public sealed class TaskHandlerTests
{
    [Fact]
    public void A_task_that_should_not_run_is_skipped_and_what_needs_it_still_runs()
    {
        var run = HostRun.Of([typeof(NotNow), typeof(AfterNotNow)], "--target=AfterNotNow");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["AfterNotNow"], run.Happened);
        Assert.Contains("Skipped", run.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_should_not_run_is_an_error()
    {
        var run = HostRun.Of([typeof(NotNow)], "--target=NotNow");

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith("Error: Could not reach target 'NotNow' since it was skipped due to a criteria.", run.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void OnError_sees_the_exception_and_ends_it_and_Finally_runs_last()
    {
        var run = HostRun.Of([typeof(Handled)], "--target=Handled");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["Run", "OnError: no luck", "Finally"], run.Happened);
    }

    [Fact]
    public void Finally_runs_when_nothing_went_wrong() =>
        Assert.Equal(["RunAsync", "Finally"], HostRun.Of([typeof(Calm)], "--target=Calm").Happened);

    [Fact]
    public void Without_OnError_an_exception_ends_the_run_after_Finally()
    {
        var run = HostRun.Of([typeof(Unhandled), typeof(AfterUnhandled)], "--target=AfterUnhandled");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["Finally"], run.Happened);
    }

    [Fact]
    public void A_task_that_may_fail_lets_the_rest_run()
    {
        var run = HostRun.Of([typeof(MayFail), typeof(AfterMayFail)], "--target=AfterMayFail");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["AfterMayFail"], run.Happened);
        Assert.Contains("An error occurred when executing task 'MayFail'.", run.Seen, StringComparison.Ordinal);
    }

    private sealed class NotNow : FrostingTask<JournalContext>
    {
        public override bool ShouldRun(JournalContext context) => false;

        public override void Run(JournalContext context) => context.Journal.Add("NotNow");
    }

    [IsDependentOn(typeof(NotNow))]
    private sealed class AfterNotNow : FrostingTask<JournalContext>
    {
        public override bool ShouldRun(JournalContext context) => true;

        public override void Run(JournalContext context) => context.Journal.Add("AfterNotNow");
    }

    private sealed class Handled : FrostingTask<JournalContext>
    {
        public override void Run(JournalContext context)
        {
            context.Journal.Add("Run");
            throw new InvalidOperationException("no luck");
        }

        public override void OnError(Exception exception, JournalContext context) => context.Journal.Add($"OnError: {exception.Message}");

        public override void Finally(JournalContext context) => context.Journal.Add("Finally");
    }

    private sealed class Calm : AsyncFrostingTask<JournalContext>
    {
        public override Task RunAsync(JournalContext context)
        {
            context.Journal.Add("RunAsync");
            return Task.CompletedTask;
        }

        public override void Finally(JournalContext context) => context.Journal.Add("Finally");
    }

    // The handler is inherited from a class between the task and the base: it counts as overridden.
    private abstract class Tidy : AsyncFrostingTask<JournalContext>
    {
        public override void Finally(JournalContext context) => context.Journal.Add("Finally");
    }

    private sealed class Unhandled : Tidy
    {
        public override Task RunAsync(JournalContext context) => throw new InvalidOperationException("no luck");
    }

    [IsDependentOn(typeof(Unhandled))]
    private sealed class AfterUnhandled : FrostingTask<JournalContext>
    {
        public override void Run(JournalContext context) => context.Journal.Add("AfterUnhandled");
    }

    [ContinueOnError]
    private sealed class MayFail : FrostingTask<JournalContext>
    {
        public override void Run(JournalContext context) => throw new InvalidOperationException("no luck");
    }

    [IsDependentOn(typeof(MayFail))]
    private sealed class AfterMayFail : FrostingTask<JournalContext>
    {
        public override void Run(JournalContext context) => context.Journal.Add("AfterMayFail");
    }
}
