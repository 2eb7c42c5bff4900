using System.Security.Cryptography;

namespace Build.Tests.Bootstrap;

/// <summary>build.ps1 does what build.sh does; each of its ways is gone once.</summary>
public sealed class PowerShellTests : IDisposable
{
    private static readonly byte[] Right = SdkFeed.Archive(FakePrograms.Dotnet);

    private readonly Sandbox _sandbox = new();

    public PowerShellTests() => _sandbox.UsePowerShell();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task It_builds_once_and_hands_over_the_arguments_and_the_exit_code()
    {
        _sandbox.AddDotnet();
        _sandbox.Set("program-exits", "3");

        using var first = await _sandbox.RunAsync("-Target", "Lint", "--strict", "--dockerfile=a b/*", "it's \"quoted\"");
        using var second = await _sandbox.RunAsync("--target=Lint");

        Assert.Equal((3, 3), (first.ExitCode, second.ExitCode));
        Assert.StartsWith($"program build.dll in {_sandbox["elsewhere"]},", first.Output, StringComparison.Ordinal);
        Assert.EndsWith("<--target=Lint>\n<--strict>\n<--dockerfile=a b/*>\n<it's \"quoted\">\n", first.Output, StringComparison.Ordinal);
        Assert.Single(_sandbox.Calls);
    }

    [Fact]
    public async Task A_changed_source_is_built_and_a_failed_build_is_shown()
    {
        _sandbox.AddDotnet();
        using var first = await _sandbox.RunAsync("-Target", "Lint");
        _sandbox.Write("build/Tasks/Scan.cs", "changed");
        _sandbox.Set("build-fails");

        using var second = await _sandbox.RunAsync("-Target", "Lint");

        Assert.Equal((0, 2), (first.ExitCode, second.ExitCode));
        Assert.EndsWith("error CS1002: ; expected\nbuild.ps1: the suite could not be built.\n", second.Errors, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFileSystemEntries(_sandbox["repo dir/build/bin"]));
    }

    [Fact]
    public async Task The_right_archive_is_unpacked_into_the_cache_and_used_from_then_on()
    {
        using var feed = Serve(Right, Right.Length);

        using var first = await _sandbox.RunAsync("-Target", "Lint");
        using var second = await _sandbox.RunAsync("-Target", "Lint");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains($"root {_sandbox.Sdk}\n", second.Output, StringComparison.Ordinal);
        Assert.Single(feed.Requests);
    }

    [Fact]
    public async Task Another_archive_is_refused()
    {
        using var feed = Serve(SdkFeed.Archive("#!/bin/sh\necho owned\n"), null);

        using var run = await _sandbox.RunAsync("-Target", "Lint");

        RefusedWith(run, $"build.ps1: the download from {feed.Url} does not match the pinned digest (SHA-512 ");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_truncated_archive_is_refused(bool announced)
    {
        using var feed = Serve(Right[..^20], announced ? Right.Length : null);

        using var run = await _sandbox.RunAsync("-Target", "Lint");

        RefusedWith(run, announced ? "could not be fetched" : "does not match the pinned digest");
    }

    [Fact]
    public async Task An_archive_without_end_is_cut_off_by_the_size_limit()
    {
        _sandbox.Edit("build/Bootstrap/sdk.ps1", "SdkLimit = 512MB", "SdkLimit = 1KB");
        using var feed = Serve(new byte[10_000_000], null);

        using var run = await _sandbox.RunAsync("-Target", "Lint");

        RefusedWith(run, "it is larger than 1024 bytes");
    }

    [Theory]
    [InlineData("-NoInstall")]
    [InlineData("--no-install")]
    public async Task No_install_fetches_nothing(string option)
    {
        using var feed = Serve(Right, Right.Length);

        using var run = await _sandbox.RunAsync("-Target", "Lint", option);

        RefusedWith(run, "no .NET SDK 10.0 found, and --no-install prevents downloading it.\n");
        Assert.Empty(feed.Requests);
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        _sandbox.AddDotnet();

        using var run = await _sandbox.RunAsync("-Target", "Scan", "-NoInstall");

        Assert.Equal(2, run.ExitCode);
        Assert.Matches(
            @"^build\.ps1: missing: clang lld cmake make( libssl-dev)?; install with your package manager \(named as in Debian\): clang ",
            run.Errors);
        Assert.Empty(_sandbox.Calls);
    }

    private SdkFeed Serve(byte[] body, int? announced)
    {
        _sandbox.Edit("build/Bootstrap/sdk.ps1", "= '[0-9a-f]{128}'", $"= '{Digest}'");
        var feed = new SdkFeed(body, announced);
        _sandbox.Variables["DOTNET_SDK_FEED"] = feed.Url;
        return feed;
    }

    private void RefusedWith(ScriptRun run, string message)
    {
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Contains(Digest, run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.False(Directory.Exists(_sandbox.Sdk));
        Assert.DoesNotContain(_sandbox.CacheFiles, file => Path.GetFileName(file).StartsWith(".archive", StringComparison.Ordinal));
    }

    private static string Digest => Convert.ToHexStringLower(SHA512.HashData(Right));
}
