using System.Text;
using Build.Tests.Tools.Hadolint;
using ContainerSecurity.Findings;

namespace Build.Tests.Gates.Lint.Runs;

/// <summary>What the gate makes of Hadolint's ways, whatever a repository or an environment talked it into.</summary>
public sealed class HadolintRunsTests
{
    public static TheoryData<string> Names => [.. HadolintRun.All.Select(run => run.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_run_ends_in_the_right_verdict(string name)
    {
        var run = Run(name);
        using var bench = Bench(run, new RecordedHadolint(run.Exit, run.Output, run.Errors));

        Assert.Equal(run.Verdict, (await bench.LintAsync()).Verdict);
    }

    /// <summary>Only what Hadolint itself did wrong can make a difference.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_built_in_engine_comes_to_the_same_verdict(string name)
    {
        var run = Run(name);
        using var bench = Bench(run, null);
        var isOfHadolint = run.Verdict == Verdict.Error && run.Configuration is null;
        var expected = !isOfHadolint ? run.Verdict : run.Dockerfile == HadolintRun.Root ? Verdict.Fail : Verdict.Pass;

        Assert.Equal(expected, (await bench.LintAsync()).Verdict);
    }

    [Theory]
    [InlineData("no-fail: true\n")]
    [InlineData("failure-threshold: error\n")]
    public async Task What_lets_warnings_through_is_noted_and_incomplete_when_strict(string configuration)
    {
        var run = new HadolintRun("", HadolintRun.Root, 0, HadolintRun.OneWarning) { Configuration = configuration, Verdict = Verdict.Pass };
        using var bench = Bench(run, new RecordedHadolint(run.Exit, run.Output));

        var relaxed = await bench.LintAsync();
        var strict = await bench.LintAsync(options => options with { Strict = true });

        Assert.Equal((Verdict.Pass, Verdict.Incomplete), (relaxed.Verdict, strict.Verdict));
        Assert.Contains(relaxed.Notes, note => note.StartsWith("hadolint.yaml has", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nowhere.Dockerfile")]
    [InlineData("Dockerfile,nowhere.Dockerfile")]
    [InlineData("*.Containerfile")]
    public async Task A_file_that_is_not_there_is_an_error_before_any_engine_starts(string globs)
    {
        using var bench = new LintBench();
        bench.Write("Dockerfile", HadolintRun.Clean);

        var error = await Assert.ThrowsAsync<InputException>(() => bench.LintAsync(options => options with { Dockerfiles = [.. globs.Split(',')] }));

        Assert.Contains("matches no file", error.Message, StringComparison.Ordinal);
    }

    private static HadolintRun Run(string name) => HadolintRun.All.Single(run => run.Name == name);

    private static LintBench Bench(HadolintRun run, RecordedHadolint? hadolint)
    {
        var bench = new LintBench { Hadolint = hadolint };
        bench.Write("Dockerfile", Encoding.Latin1.GetBytes(run.Dockerfile));
        if (run.Configuration is { } configuration)
            bench.Write(run.ConfigurationFile, configuration);
        return bench;
    }
}
