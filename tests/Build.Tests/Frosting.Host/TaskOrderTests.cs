using Cake.Core;
using Cake.Frosting;

namespace Build.Tests.Frosting.Host;

public sealed class TaskOrderTests
{
    [Fact]
    public void Dependencies_run_first_and_once_and_a_dependee_runs_before_its_target()
    {
        var run = HostRun.Of(SampleTasks.All, "--target=Release");

        Assert.Equal(["Compile", "Test begins", "Test ends", "Pack", "Sign"], run.Happened);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void A_task_without_a_name_is_called_like_its_class_and_names_ignore_case() =>
        Assert.Equal(["Compile"], HostRun.Of(SampleTasks.All, "-t", "compile").Happened);

    [Fact]
    public void Without_a_target_Default_runs() =>
        Assert.Equal(["Default"], HostRun.Of([typeof(Default)]).Happened);

    [Fact]
    public void Exclusive_runs_the_target_alone() =>
        Assert.Equal(["Test begins", "Test ends"], HostRun.Of(SampleTasks.All, "--target=Test", "--exclusive").Happened);

    [Fact]
    public void Two_targets_share_what_they_depend_on() =>
        Assert.Equal(["Compile", "Pack", "Test begins", "Test ends"], HostRun.Of(SampleTasks.All, "--target=Test", "--target=Pack").Happened);

    [Fact]
    public void A_circle_of_tasks_is_an_error()
    {
        var run = HostRun.Of([typeof(Hen), typeof(Egg), typeof(Chick)], "--target=Hen");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Happened);
        Assert.Contains("circular reference", run.Seen, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_dependency_that_is_no_task_is_an_error_that_names_both()
    {
        var run = HostRun.Of([typeof(Stray)], "--target=Stray");

        Assert.Equal((2, "Error: The task 'Stray' names System.String as its neighbour, which is not a task."), (run.ExitCode, run.Seen));
    }

    [Fact]
    public void Tasks_are_found_in_an_added_assembly()
    {
        var run = HostRun.Of([], host => host.AddAssembly(typeof(PublicTask).Assembly), "--target=PublicTask");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["PublicTask"], run.Happened);
    }

    private sealed class Default : FrostingTask<JournalContext>
    {
        public override void Run(JournalContext context) => context.Journal.Add("Default");
    }

    [IsDependentOn(typeof(Egg))]
    private sealed class Hen : FrostingTask;

    [IsDependentOn(typeof(Chick))]
    private sealed class Egg : FrostingTask;

    [IsDependentOn(typeof(Hen))]
    private sealed class Chick : FrostingTask;

    [IsDependentOn(typeof(string))]
    private sealed class Stray : FrostingTask;

    public sealed class PublicTask(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add("PublicTask");
    }
}
