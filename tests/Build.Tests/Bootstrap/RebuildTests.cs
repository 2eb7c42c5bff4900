namespace Build.Tests.Bootstrap;

public sealed class RebuildTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public RebuildTests() => _sandbox.AddDotnet();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task The_first_run_builds_and_the_second_does_not()
    {
        Assert.Equal(1, await BuildsAsync());
        Assert.Equal(0, await BuildsAsync());
    }

    [Theory]
    [InlineData("build/Program.cs")]
    [InlineData("build/Tasks/Scan.cs")]
    [InlineData("global.json")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Packages.props")]
    [InlineData("build/packages.lock.json")]
    public async Task A_changed_or_new_source_is_built(string file)
    {
        await BuildsAsync();

        _sandbox.Write(file, "changed");

        Assert.Equal(1, await BuildsAsync());
    }

    [Fact]
    public async Task A_deleted_or_renamed_source_is_noticed()
    {
        await BuildsAsync();

        File.Move(_sandbox["repo dir/build/Tasks/Scan.cs"], _sandbox["repo dir/build/Tasks/Sbom.cs"]);
        Assert.Equal(1, await BuildsAsync());

        File.Delete(_sandbox["repo dir/build/Tasks/Sbom.cs"]);
        Assert.Equal(1, await BuildsAsync());
    }

    // A time says little: cp -p and tar bring old ones, git brings new ones for old content.
    [Fact]
    public async Task The_content_counts_and_not_the_time()
    {
        await BuildsAsync();
        File.SetLastWriteTimeUtc(_sandbox["repo dir/build/Program.cs"], DateTime.UtcNow.AddHours(1));
        Assert.Equal(0, await BuildsAsync());

        _sandbox.Write("build/Program.cs", "eno");
        File.SetLastWriteTimeUtc(_sandbox["repo dir/build/Program.cs"], DateTime.UtcNow.AddYears(-1));
        Assert.Equal(1, await BuildsAsync());
    }

    [Fact]
    public async Task What_a_compiler_leaves_behind_is_no_source()
    {
        await BuildsAsync();

        _sandbox.Write("build/obj/Debug/Generated.cs", "generated");
        _sandbox.Write("build/bin/Debug/build.dll", "built by an editor");

        Assert.Equal(0, await BuildsAsync());
    }

    [Fact]
    public async Task Another_host_is_another_build()
    {
        await BuildsAsync();

        _sandbox.Variables["CakeHost"] = "Frosting";

        Assert.Equal(1, await BuildsAsync());
        Assert.Equal("dotnet build, CakeHost=Frosting", _sandbox.Calls[^1]);
    }

    [Fact]
    public async Task A_build_that_fails_shows_its_errors_and_the_next_run_tries_again()
    {
        _sandbox.Set("build-fails");
        var failed = await _sandbox.RunAsync("--target=Lint");
        Assert.Equal(2, failed.ExitCode);
        Assert.Contains("Program.cs(1,1): error CS1002: ; expected", failed.Errors, StringComparison.Ordinal);
        Assert.EndsWith("build.sh: the suite could not be built.\n", failed.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_sandbox["repo dir/build/bin"]));

        _sandbox.Unset("build-fails");
        Assert.Equal(1, await BuildsAsync());
    }

    [Fact]
    public async Task Of_two_runs_at_once_one_builds_and_both_run()
    {
        _sandbox.Set("build-waits");
        using var first = _sandbox.Start("--target=Lint");
        await first.SaysAsync("building the suite");
        using var second = _sandbox.Start("--target=Lint");
        await second.SaysAsync("waiting for another run");

        _sandbox.Set("go");

        await Task.WhenAll(first.EndAsync(), second.EndAsync());
        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("program build.dll", second.Output, StringComparison.Ordinal);
        Assert.Single(_sandbox.Calls);
    }

    [Fact]
    public async Task Without_a_lock_two_runs_at_once_both_build_and_both_run()
    {
        _sandbox.Remove("flock");
        _sandbox.Set("build-waits");
        using var first = _sandbox.Start("--target=Lint");
        await first.SaysAsync("building the suite");
        using var second = _sandbox.Start("--target=Lint");
        await second.SaysAsync("building the suite");

        _sandbox.Set("go");

        await Task.WhenAll(first.EndAsync(), second.EndAsync());
        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Single(Directory.EnumerateFileSystemEntries(_sandbox["repo dir/build/bin"]));
        Assert.Equal(
            ["build.dll"],
            Directory.EnumerateFileSystemEntries(Directory.EnumerateDirectories(_sandbox["repo dir/build/bin"]).Single()).Select(Path.GetFileName));
    }

    private async Task<int> BuildsAsync()
    {
        var before = _sandbox.Calls.Count;
        using var run = await _sandbox.RunAsync("--target=Lint");
        Assert.Equal((0, true), (run.ExitCode, run.Output.StartsWith("program build.dll", StringComparison.Ordinal)));
        return _sandbox.Calls.Count - before;
    }
}
