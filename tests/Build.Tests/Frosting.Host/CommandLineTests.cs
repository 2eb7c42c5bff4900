using Cake.Frosting;

namespace Build.Tests.Frosting.Host;

public sealed class CommandLineTests
{
    [Fact]
    public void What_the_host_does_not_know_reaches_the_program_in_both_spellings()
    {
        var run = HostRun.Of(
            [typeof(ShowArguments)],
            "--strict",
            "--image=a/b:c",
            "--target=ShowArguments",
            "--output",
            "out dir",
            "--dockerfile=x",
            "--dockerfile=y");

        Assert.Equal(["strict=", "image=a/b:c", "output=out dir", "dockerfile=x|y", "target=ShowArguments"], run.Happened);
    }

    [Theory]
    [InlineData(
        "Error: There is no target 'Nope'. The targets are Compile, Pack, Release, Sign, Test; --description says what each does.", "--target=Nope")]
    [InlineData(
        "Error: There is no target 'Nope'. The targets are Compile, Pack, Release, Sign, Test; --description says what each does.",
        "--target=Nope",
        "--dryrun")]
    [InlineData("Error: Option 'target' is defined but no value has been provided: --help lists the options.", "--target")]
    [InlineData("Error: Failed to convert 'loud' to Verbosity: --help lists the options.", "--verbosity=loud")]
    [InlineData("Error: Unknown command 'Release': --help lists the options.", "Release")]
    [InlineData("Error: The working directory '/not/there' does not exist: create it or name another one.", "--target=Test", "--working=/not/there")]
    public void Bad_input_is_one_message_and_exit_code_2_and_nothing_runs(string message, params string[] args)
    {
        var run = HostRun.Of(SampleTasks.All, args);

        Assert.Equal((2, message), (run.ExitCode, run.Seen));
        Assert.Empty(run.Happened);
    }

    [Fact]
    public void Help_lists_the_options_of_the_host()
    {
        var run = HostRun.Of(SampleTasks.All, "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Happened);
        foreach (var option in new[]
        {
            "--target",
            "--working",
            "--verbosity",
            "--description",
            "--tree",
            "--dryrun",
            "--exclusive",
            "--version",
            "--info",
            "--help",
        })
        {
            Assert.Contains(option, run.Seen, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Version_and_info_run_nothing()
    {
        Assert.Matches(@"^\d+\.\d+\.\d+$", HostRun.Of(SampleTasks.All, "--version").Seen);
        var info = HostRun.Of(SampleTasks.All, "--info");
        Assert.Empty(info.Happened);
        Assert.Contains("Cake 7.0.0", info.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_says_nothing_but_the_summary()
    {
        var run = HostRun.Of([typeof(ShowArguments)], "--target=ShowArguments", "--verbosity=quiet");

        Assert.StartsWith("  Task", run.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_come_from_the_program_and_the_command_line_wins()
    {
        static void Configure(CakeHost host) => host.UseCakeSetting("My_Setting", "program").SetToolPath("tools-here");

        Assert.Equal(["program", "tools-here"], HostRun.Of([typeof(ShowSettings)], Configure, "--target=ShowSettings").Happened);
        Assert.Equal(["user", "tools-here"], HostRun.Of([typeof(ShowSettings)], Configure, "--target=ShowSettings", "--My_Setting=user").Happened);
    }

    private sealed class ShowArguments : FrostingTask<JournalContext>
    {
        public override void Run(JournalContext context)
        {
            foreach (var (name, values) in context.Arguments.GetArguments())
            {
                context.Journal.Add($"{name}={string.Join('|', values)}");
            }
        }
    }

    private sealed class ShowSettings : FrostingTask<JournalContext>
    {
        public override void Run(JournalContext context)
        {
            context.Journal.Add(context.Configuration.GetValue("My_Setting"));
            context.Journal.Add(context.Configuration.GetValue("Paths_Tools"));
        }
    }
}
