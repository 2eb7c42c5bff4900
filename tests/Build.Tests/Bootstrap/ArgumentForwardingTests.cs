using System.Diagnostics;

namespace Build.Tests.Bootstrap;

public sealed class ArgumentForwardingTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public ArgumentForwardingTests() => _sandbox.AddDotnet();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task The_program_gets_the_arguments_as_they_are_and_the_callers_directory()
    {
        using var run = await _sandbox.RunAsync("--target=Lint", "--dockerfile=a b/*", "", "--no-install", "$HOME", "it's \"quoted\"");

        Assert.StartsWith($"program build.dll in {_sandbox["elsewhere"]},", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("<--target=Lint>\n<--dockerfile=a b/*>\n<>\n<$HOME>\n<it's \"quoted\">\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_the_programs()
    {
        using var run = await _sandbox.RunAsync("--help");

        Assert.EndsWith("<--help>\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_exit_code_is_the_programs(int code)
    {
        _sandbox.Set("program-exits", $"{code}");

        using var run = await _sandbox.RunAsync("--target=Lint");

        Assert.Equal(code, run.ExitCode);
    }

    [Fact]
    public async Task Interrupted_while_it_builds_it_ends_with_130_and_leaves_nothing()
    {
        _sandbox.Set("build-waits");
        using var run = _sandbox.Start("--target=Lint");
        await run.SaysAsync("building the suite");
        while (_sandbox.Calls.Count == 0)
            await Task.Yield();

        using (var kill = Process.Start("kill", ["-INT", "--", $"-{run.Id}"]))
            await kill.WaitForExitAsync();

        await run.EndAsync();
        Assert.Equal(130, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_sandbox["repo dir/build/bin"]));
    }

    [Fact]
    public async Task A_step_that_fails_unforeseen_is_exit_code_2()
    {
        _sandbox.AddStandIn("cksum", "#!/bin/sh\nexit 7\n");

        using var run = await _sandbox.RunAsync("--target=Lint");

        Assert.Equal(2, run.ExitCode);
        // The shell may add that a pipe broke, which depends on who writes first.
        Assert.Contains("build.sh: the preparations stopped with status", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_home_there_is_no_cache_and_no_run()
    {
        _sandbox.Variables["HOME"] = "";

        using var run = await _sandbox.RunAsync("--target=Lint");

        Assert.Equal(
            (2, "build.sh: the cache lies in XDG_CACHE_HOME or in HOME: set one of them to an absolute path.\n"), (run.ExitCode, run.Errors));
    }
}
