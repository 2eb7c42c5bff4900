using ContainerSecurity.Processes;
using ContainerSecurity.Tools;
using ContainerSecurity.Tools.Acquisition;
using static Build.Tests.Tools.Acquisition.AcquisitionFixture;
using static Build.Tests.Tools.Acquisition.SampleArchive;

namespace Build.Tests.Tools.Acquisition;

public sealed class ReleaseAcquisitionTests : IDisposable
{
    private const string Tarball = "sample.tar.gz";

    private readonly AcquisitionFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task A_member_of_a_pinned_archive_is_fetched_once_and_runs()
    {
        var archive = Tar(File("README.md", [1]), File("sample", Script));
        _fixture.Server.Answer(AssetPath + Tarball, archive);
        var release = Release(Tarball, archive);

        var acquired = await _fixture.AcquireAsync(release);
        var again = await _fixture.AcquireAsync(release);

        Assert.Equal(("1.2.3", "GitHub release owner/sample v1.2.3", null), (acquired.Version, acquired.Origin, acquired.Unavailable));
        Assert.Equal(Path.Combine(_fixture.Cache, "tools", "sample", "1.2.3", Sha256(archive), "sample"), acquired.Path);
        Assert.Equal(acquired, again);
        Assert.Equal(1, _fixture.Server.Network.Asked);
        Assert.Equal("the real one\n", (await RunAsync(acquired)).Output);
        Assert.Equal("755", Mode(acquired.Path!));
    }

    [Fact]
    public async Task A_bare_executable_has_one_digest()
    {
        _fixture.Server.Answer(AssetPath + "sample-linux", Script);

        var acquired = await _fixture.AcquireAsync(Release("sample-linux", Script, member: null));

        Assert.Equal("the real one\n", (await RunAsync(acquired)).Output);
    }

    [Fact]
    public async Task A_zip_is_read_too()
    {
        var archive = Zip("sample", Script);
        _fixture.Server.Answer(AssetPath + "sample.zip", archive);

        var acquired = await _fixture.AcquireAsync(Release("sample.zip", archive));

        Assert.Equal("the real one\n", (await RunAsync(acquired)).Output);
    }

    [Fact]
    public async Task An_archive_is_kept_only_where_the_executables_own_digest_is_not_pinned()
    {
        var archive = Tar(File("sample", Script));
        _fixture.Server.Answer(AssetPath + Tarball, archive);

        var acquired = await _fixture.AcquireAsync(Release(Tarball, archive) with { ExecutableSha256 = Sha256(Script) });

        Assert.Equal([acquired.Path!], Directory.GetFiles(Path.GetDirectoryName(acquired.Path)!));
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_followed_and_progress_is_told()
    {
        var told = new List<DownloadProgress>();
        _fixture.Server.Redirect(AssetPath + "sample-linux", "https://assets.example/stored");
        _fixture.Server.Answer("/stored", Script);
        var source = _fixture.Source(
            [Release("sample-linux", Script, member: null)], change: settings => settings with { Progress = new Told(told) });

        var acquired = await source.AcquireAsync("sample", CancellationToken.None);

        Assert.NotNull(acquired.Path);
        Assert.Equal(new DownloadProgress("sample-linux", Script.Length, Script.Length), told[^1]);
    }

    [Fact]
    public async Task A_tampered_archive_is_refused_with_both_digests()
    {
        var archive = Tar(File("sample", Script));
        var tampered = Tar(File("sample", "#!/bin/sh\necho evil\n"u8.ToArray()));
        _fixture.Server.Answer(AssetPath + Tarball, tampered);

        var why = await _fixture.RefusedAsync(Release(Tarball, archive));

        Assert.Contains(Sha256(archive), why, StringComparison.Ordinal);
        Assert.Contains(Sha256(tampered), why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tampered_archive_is_refused_even_when_its_member_is_right()
    {
        var tampered = Tar(File("sample", Script), File("extra", [1]));
        _fixture.Server.Answer(AssetPath + Tarball, tampered);

        var why = await _fixture.RefusedAsync(Release(Tarball, Tar(File("sample", Script))) with { ExecutableSha256 = Sha256(Script) });

        Assert.Contains(Sha256(tampered), why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tampered_bare_executable_is_refused()
    {
        _fixture.Server.Answer(AssetPath + "sample-linux", "#!/bin/sh\necho evil\n"u8.ToArray());

        Assert.Contains(
            "does not match its pinned digest", await _fixture.RefusedAsync(Release("sample-linux", Script, member: null)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mismatch_is_an_attack_and_no_later_source_is_tried()
    {
        _fixture.Server.Answer(AssetPath + "first", "evil"u8.ToArray());
        _fixture.Server.Answer(AssetPath + "second", Script);

        await Assert.ThrowsAsync<ToolFailedException>(() => _fixture.AcquireAsync(
            Release("first", Script, member: null), Release("second", Script, member: null)));

        Assert.Equal(1, _fixture.Server.Network.Asked);
    }

    [Fact]
    public async Task A_download_that_is_cut_short_is_refused()
    {
        _fixture.Server.Raw(AssetPath + "sample-linux", $"200 OK\r\nContent-Length: {Script.Length}", Script[..^5]);

        Assert.Contains("cut short", await _fixture.RefusedAsync(Release("sample-linux", Script, member: null)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_truncated_file_of_a_sender_that_gives_no_length_is_refused()
    {
        _fixture.Server.Raw(AssetPath + "sample-linux", "200 OK", Script[..^5]);

        var why = await _fixture.RefusedAsync(Release("sample-linux", Script, member: null) with { Size = Script.Length });

        Assert.Contains($"has {Script.Length - 5} bytes where {Script.Length} are pinned", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_gigabytes_are_refused_before_a_byte_is_taken()
    {
        _fixture.Server.HoldsOpen = true;
        _fixture.Server.Raw(AssetPath + "sample-linux", "200 OK\r\nContent-Length: 10000000000", []);

        Assert.Contains("10,000,000,000 bytes", await _fixture.RefusedAsync(Release("sample-linux", Script, member: null)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_the_pinned_size_is_refused_while_it_comes()
    {
        _fixture.Server.HoldsOpen = true;
        _fixture.Server.Raw(AssetPath + "sample-linux", "200 OK", new byte[1000]);

        var why = await _fixture.RefusedAsync(Release("sample-linux", Script, member: null) with { Size = 999 });

        Assert.Contains("more than 999 bytes", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_loop_is_refused()
    {
        _fixture.Server.Redirect(AssetPath + "sample-linux", "https://github.com" + AssetPath + "sample-linux");

        Assert.Contains(
            "redirects without end", await _fixture.RefusedAsync(Release("sample-linux", Script, member: null)), StringComparison.Ordinal);
        Assert.Equal(6, _fixture.Server.Network.Asked);
    }

    [Fact]
    public async Task A_redirect_to_plain_http_is_refused()
    {
        _fixture.Server.Redirect(AssetPath + "sample-linux", "http://assets.example/stored");
        _fixture.Server.Answer("/stored", Script);

        Assert.Contains("not HTTPS", await _fixture.RefusedAsync(Release("sample-linux", Script, member: null)), StringComparison.Ordinal);
        Assert.Equal(1, _fixture.Server.Network.Asked);
    }

    [Fact]
    public async Task A_cancelled_download_leaves_nothing()
    {
        _fixture.Server.HoldsOpen = true;
        _fixture.Server.Raw(AssetPath + "sample-linux", "200 OK", Script);
        using var cancellation = new CancellationTokenSource();
        var source = _fixture.Source(
            [Release("sample-linux", Script, member: null)], change: settings => settings with { Progress = new Cancels(cancellation) });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => source.AcquireAsync("sample", cancellation.Token));

        _fixture.AssertNothingKept();
    }

    private static Task<ToolResult> RunAsync(AcquiredTool acquired) =>
        new ToolRunner().RunAsync(new ToolCommand { Executable = acquired.Path!, Timeout = TimeSpan.FromSeconds(10) }, CancellationToken.None);

    private static string? Mode(string path) => OperatingSystem.IsWindows() ? null : Convert.ToString((int)System.IO.File.GetUnixFileMode(path), 8);

    private sealed class Told(List<DownloadProgress> told) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => told.Add(value);
    }

    private sealed class Cancels(CancellationTokenSource cancellation) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => cancellation.Cancel();
    }
}
