using System.Security.Cryptography;

namespace Build.Tests.Bootstrap;

public sealed class SdkFetchTests : IDisposable
{
    private static readonly byte[] Right = SdkFeed.Archive(FakePrograms.Dotnet);

    private readonly Sandbox _sandbox = new();

    // The one thing changed in the script: the digest, for an archive that a test can make.
    public SdkFetchTests() => _sandbox.Edit("build/Bootstrap/sdk.sh", "echo [0-9a-f]{128}", $"echo {Digest(Right)}");

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task The_right_archive_is_unpacked_into_the_cache_and_used_from_then_on()
    {
        using var feed = Serve(Right, Right.Length);

        using var first = await _sandbox.RunAsync("--target=Lint");
        using var second = await _sandbox.RunAsync("--target=Lint");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains($"root {_sandbox.Sdk}\n", second.Output, StringComparison.Ordinal);
        Assert.Matches(@"^GET /Sdk/10\.0\.302/dotnet-sdk-10\.0\.302-linux-(x64|arm64)\.tar\.gz HTTP/1\.1$", Assert.Single(feed.Requests));
        Assert.Equal(["10.0.302"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(_sandbox.Sdk)!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task An_installed_SDK_that_global_json_refuses_does_not_count()
    {
        _sandbox.AddStandIn("dotnet", "#!/bin/sh\necho 'A compatible .NET SDK was not found.' >&2\nexit 145\n");
        using var feed = Serve(Right, Right.Length);

        using var run = await _sandbox.RunAsync("--target=Lint");

        Assert.Equal(0, run.ExitCode);
        Assert.Single(feed.Requests);
    }

    [Fact]
    public async Task Another_archive_is_refused_however_it_was_got()
    {
        using var feed = Serve(SdkFeed.Archive("#!/bin/sh\necho owned\n"), null);

        using var run = await _sandbox.RunAsync("--target=Lint");

        RefusedWith(run, $"build.sh: the download from {feed.Url} does not match the pinned digest (SHA-512 ");
    }

    [Fact]
    public async Task A_truncated_archive_is_refused_when_its_length_was_announced()
    {
        using var feed = Serve(Right[..^20], Right.Length);

        using var run = await _sandbox.RunAsync("--target=Lint");

        RefusedWith(run, $"build.sh: {feed.Url}/10.0.302/dotnet-sdk-10.0.302-linux-");
    }

    [Fact]
    public async Task A_truncated_archive_is_refused_when_its_length_was_not_announced()
    {
        using var feed = Serve(Right[..^20], null);

        using var run = await _sandbox.RunAsync("--target=Lint");

        RefusedWith(run, $"build.sh: the download from {feed.Url} does not match the pinned digest (SHA-512 ");
    }

    [Fact]
    public async Task An_archive_without_end_is_cut_off_by_the_size_limit()
    {
        _sandbox.Edit("build/Bootstrap/sdk.sh", "sdk_limit_kib=[0-9]+", "sdk_limit_kib=1");
        using var feed = Serve(new byte[10_000_000], null);

        using var run = await _sandbox.RunAsync("--target=Lint");

        RefusedWith(run, $"build.sh: {feed.Url}/10.0.302/dotnet-sdk-10.0.302-linux-");
    }

    [Fact]
    public async Task An_archive_that_is_not_there_ends_with_the_instruction()
    {
        using var feed = Serve([], 0, "404 Not Found");

        using var run = await _sandbox.RunAsync("--target=Lint");

        RefusedWith(run, "could not be fetched.\n");
    }

    [Fact]
    public async Task No_install_fetches_nothing()
    {
        using var feed = Serve(Right, Right.Length);

        using var run = await _sandbox.RunAsync("--target=Lint", "--no-install");

        RefusedWith(run, "no .NET SDK 10.0 found, and --no-install prevents downloading it.\n");
        Assert.Empty(feed.Requests);
    }

    [SkippableFact]
    public async Task Without_curl_wget_does_it()
    {
        Requirement.Require(_sandbox.Link("wget"), "wget");
        _sandbox.Remove("curl");
        using var feed = Serve(Right, Right.Length);

        using var run = await _sandbox.RunAsync("--target=Lint");

        Assert.Equal((0, 1), (run.ExitCode, feed.Requests.Count));
    }

    [Fact]
    public async Task Without_curl_and_wget_it_says_so()
    {
        _sandbox.Remove("curl");

        using var run = await _sandbox.RunAsync("--target=Clean");

        Assert.Equal((2, "build.sh: missing: curl; install with your package manager (named as in Debian): curl\n"), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task A_platform_without_a_pinned_archive_is_told_so()
    {
        _sandbox.AddStandIn("uname", "#!/bin/sh\ncase $1 in -s) echo Linux ;; -m) echo riscv64 ;; esac\n");

        using var run = await _sandbox.RunAsync("--target=Clean");

        Assert.Equal(
            (2, "build.sh: no .NET SDK 10.0 was found, and no archive is pinned for linux-riscv64: install one and run again.\n"),
            (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task Of_two_runs_at_once_one_fetches_and_both_run()
    {
        using var feed = Serve(Right, Right.Length);
        using var first = _sandbox.Start("--target=Lint");
        using var second = _sandbox.Start("--target=Lint");

        await Task.WhenAll(first.EndAsync(), second.EndAsync());

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Single(feed.Requests);
    }

    private SdkFeed Serve(byte[] body, int? announced, string status = "200 OK")
    {
        var feed = new SdkFeed(body, announced, status);
        _sandbox.Variables["DOTNET_SDK_FEED"] = feed.Url;
        return feed;
    }

    private void RefusedWith(ScriptRun run, string message)
    {
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Contains($"  echo \"{Digest(Right)}  dotnet-sdk-10.0.302-linux-", run.Errors, StringComparison.Ordinal);
        Assert.Contains($"tar -xzf dotnet-sdk-10.0.302-linux-", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.DoesNotContain(_sandbox.CacheFiles, file => !file.EndsWith("bootstrap.lock", StringComparison.Ordinal));
        Assert.False(Directory.Exists(_sandbox.Sdk));
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA512.HashData(bytes));
}
