namespace Build.Tests.Frosting.Host;

public sealed class ConsoleOutputTests
{
    [Fact]
    public void A_run_has_a_heading_for_each_task_and_a_summary() => Shows(
        """
        ====================================================================================================
         Compile
        ====================================================================================================

        ====================================================================================================
         Pack
        ====================================================================================================

          Task                          Duration                                    Status
        ----------------------------------------------------------------------------------------------------
          Compile                       (time)                            Succeeded
          Pack                          (time)                            Succeeded
        ----------------------------------------------------------------------------------------------------
          Total:                        (time)
        """,
        "--target=Pack");

    // Sign is not shown: the engine draws no dependees (cake-build/cake#4474).
    [Fact]
    public void The_tree_shows_what_depends_on_what() => Shows(
        """
        Release
        ├─Test
        │ └─Compile
        └─Pack
           └─Compile
        """,
        "--tree");

    [Fact]
    public void The_descriptions_are_a_table() => Shows(
        """
          Task                               Description
        ----------------------------------------------------------------------------------------------------
          Release                            Make it public
          Sign
          Pack
          Test                               Run the tests
          Compile                            Compile the sources
        """,
        "--description");

    [Fact]
    public void A_dry_run_lists_the_tasks_in_order_and_runs_none() => Shows(
        """
        Performing dry run...
        Targets are: Release

        1. Compile
        2. Test
        3. Pack
        4. Sign
        5. Release

        This was a dry run.
        No tasks were actually executed.
        """,
        "--target=Release",
        "--dryrun");

    private static void Shows(string expected, params string[] args)
    {
        var run = HostRun.Of(SampleTasks.All, args);

        Assert.Equal(expected, run.Seen.Replace('═', '=').Replace('━', '-'), ignoreLineEndingDifferences: true);
        Assert.Equal(0, run.ExitCode);
    }
}
