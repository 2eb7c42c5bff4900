using Cake.Core;
using Cake.Frosting;

namespace Build.Tests.Frosting.Host;

public sealed class FailureTests
{
    [Fact]
    public void An_exception_is_its_message_alone_and_exit_code_2()
    {
        var run = HostRun.Of([typeof(Broken)], "--target=Broken");

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith("\nError: no {0} today", run.Seen, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_says_which_task_failed()
    {
        var run = HostRun.Of([typeof(Broken)], "--target=Broken");

        Assert.Contains("An error occurred when executing task 'Broken'.", run.Seen, StringComparison.Ordinal);
        Assert.Matches(@"Broken +\(time\) +Failed", run.Seen);
    }

    [Fact]
    public void The_stack_trace_is_shown_on_request()
    {
        var run = HostRun.Of([typeof(Broken)], "--target=Broken", "--verbosity=diagnostic");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("   at Build.Tests.Frosting.Host.FailureTests.Broken.Run", run.Seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_program_decides_the_exit_code_with_a_CakeException(int code)
    {
        var run = HostRun.Of([typeof(Decided)], "--target=Decided", $"--code={code}");

        Assert.Equal(code, run.ExitCode);
        Assert.EndsWith("Error: decided", run.Seen, StringComparison.Ordinal);
    }

    // Cake gives every exception of its own the code 1, which here means that a gate failed.
    [Fact]
    public void An_error_of_Cake_itself_is_exit_code_2() =>
        Assert.Equal(2, HostRun.Of([typeof(CakeBroken)], "--target=CakeBroken").ExitCode);

    [Fact]
    public void A_context_that_cannot_be_made_ends_the_run_with_its_message()
    {
        var run = HostRun.Of([typeof(Broken)], host => host.UseContext<BrokenContext>(), "--target=Broken");

        Assert.Equal((2, "Error: --fail-on=bogus is no severity"), (run.ExitCode, run.Seen));
    }

    [Fact]
    public void A_task_for_another_context_is_an_error_that_names_both()
    {
        var run = HostRun.Of([typeof(Broken)], host => host.UseContext<FrostingContext>(), "--target=Broken");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            "Error: The task 'Broken' needs a context of type Build.Tests.Frosting.Host.JournalContext, but the host has "
            + "Cake.Frosting.FrostingContext: name the right one in UseContext.",
            run.Seen);
    }

    private sealed class Broken : FrostingTask<JournalContext>
    {
        public override void Run(JournalContext context) => throw new InvalidOperationException("no {0} today");
    }

    private sealed class CakeBroken : FrostingTask
    {
        public override void Run(ICakeContext context) => context.Tools.Resolve((string[])null!);
    }

    private sealed class Decided : FrostingTask
    {
        public override void Run(ICakeContext context) =>
            throw new CakeException(int.Parse(context.Arguments.GetArgument("code")), "decided");
    }

    private sealed class BrokenContext : FrostingContext
    {
        public BrokenContext(ICakeContext context)
            : base(context) => throw new InvalidOperationException("--fail-on=bogus is no severity");
    }
}
