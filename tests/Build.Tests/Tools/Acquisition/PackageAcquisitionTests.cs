using ContainerSecurity.Processes;
using ContainerSecurity.Tools.Acquisition;
using static Build.Tests.Tools.Acquisition.SampleArchive;

namespace Build.Tests.Tools.Acquisition;

public sealed class PackageAcquisitionTests : IDisposable
{
    private static readonly byte[] Tarball = Tar(File("package/package.json", "{}"u8.ToArray()), File("package/bin/sample", Script));

    private readonly AcquisitionFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task A_pinned_package_is_packed_by_npm_without_scripts_and_its_member_is_used()
    {
        var npm = new FakeNpm(Tarball);

        var acquired = await _fixture.Source([Pinned], npm).AcquireAsync("sample", CancellationToken.None);

        Assert.Equal(Script, System.IO.File.ReadAllBytes(acquired.Path!));
        Assert.Equal("npm @owner/sample 4.5.6", acquired.Origin);
        Assert.Equal(["pack", "@owner/sample@4.5.6", "--pack-destination"], npm.Ran!.Arguments.Take(3));
        Assert.Contains("--ignore-scripts", npm.Ran.Arguments);
        Assert.True(npm.Ran.UsesNetwork);
        Assert.StartsWith(_fixture.Cache, npm.Ran.WorkingDirectory, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_users_npm_settings_reach_npm_and_nothing_else()
    {
        var npm = new FakeNpm(Tarball);
        Environment.SetEnvironmentVariable("npm_config_registry", "https://npm.company.example/");
        Environment.SetEnvironmentVariable("SAMPLE_TOKEN", "x");
        try
        {
            await _fixture.Source([Pinned], npm).AcquireAsync("sample", CancellationToken.None);
        }
        finally
        {
            Environment.SetEnvironmentVariable("npm_config_registry", null);
            Environment.SetEnvironmentVariable("SAMPLE_TOKEN", null);
        }

        Assert.Equal("https://npm.company.example/", npm.Ran!.Environment["npm_config_registry"]);
        Assert.DoesNotContain("SAMPLE_TOKEN", npm.Ran.Environment.Keys);
    }

    [Fact]
    public async Task A_tarball_with_another_integrity_is_refused_whatever_npm_said()
    {
        var npm = new FakeNpm(Tar(File("package/bin/sample", "evil"u8.ToArray())));

        var why = await _fixture.RefusedAsync(Pinned, npm);

        Assert.Contains($"pinned SHA512 {Pinned.Digest.Hex}", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tarball_of_another_size_is_refused()
    {
        Assert.Contains(
            "truncated or replaced", await _fixture.RefusedAsync(Pinned with { Size = 1 }, new FakeNpm(Tarball)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_with_another_digest_is_refused()
    {
        Assert.Contains(
            "does not match its pinned digest",
            await _fixture.RefusedAsync(Pinned with { ExecutableSha256 = Sha256([1]) }, new FakeNpm(Tarball)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tarball_that_npm_itself_rejects_is_refused_not_unavailable()
    {
        var npm = new FakeNpm(new ToolFailedException(
            "npm pack ended with exit code 1. Last output:\n  npm error code EINTEGRITY\n  npm error sha512-… integrity checksum failed"));

        Assert.Contains("EINTEGRITY", await _fixture.RefusedAsync(Pinned, npm), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_npm_the_package_is_unavailable()
    {
        var acquired = await _fixture.Source([Pinned], new FakeNpm(new ToolNotFoundException("npm"))).AcquireAsync("sample", CancellationToken.None);

        Assert.Equal("npm @owner/sample 4.5.6: npm is not installed (Debian: apt-get install npm)", acquired.Unavailable);
    }

    // npm 11's own words.
    [Theory]
    [InlineData(
        "npm error code E404\nnpm error 404 Not Found - GET the-registry/@owner%2fsample\nnpm error 404",
        "npm: E404, 404 Not Found - GET the-registry/@owner%2fsample",
        2)]
    [InlineData(
        "npm error code ETARGET\nnpm error notarget No matching version found for x@0.0.9.",
        "npm: ETARGET, notarget No matching version found for x@0.0.9.",
        2)]
    [InlineData(
        "npm error code ENOTFOUND\nnpm error syscall getaddrinfo\nnpm error errno ENOTFOUND\nnpm error network request to x failed, reason: "
        + "getaddrinfo ENOTFOUND x",
        "npm: ENOTFOUND, network request to x failed, reason: getaddrinfo ENOTFOUND x",
        1)]
    public async Task A_failure_of_npm_is_unavailable_with_its_reason_and_only_silence_is_remembered(string said, string reason, int timesRun)
    {
        var npm = new FakeNpm(new ToolFailedException(
            $"npm pack ended with exit code 1. Last output:\n  {said.Replace("\n", "\n  ", StringComparison.Ordinal)}"));

        var acquired = await _fixture.Source([Pinned], npm).AcquireAsync("sample", CancellationToken.None);
        await _fixture.Source([Pinned], npm).AcquireAsync("sample", CancellationToken.None);

        Assert.Equal($"npm @owner/sample 4.5.6: {reason}", acquired.Unavailable);
        Assert.Equal(timesRun, npm.TimesRun);
        _fixture.AssertNothingKept();
    }

    [Fact]
    public async Task Offline_npm_is_not_run()
    {
        var npm = new FakeNpm(Tarball);

        var acquired = await _fixture
            .Source([Pinned], npm, settings => settings with { Offline = true })
            .AcquireAsync("sample", CancellationToken.None);

        Assert.Contains("--offline", acquired.Unavailable, StringComparison.Ordinal);
        Assert.Null(npm.Ran);
    }

    [SkippableFact]
    public async Task The_real_npm_fetches_a_real_package()
    {
        Requirement.Require(ExecutableFile.Find("npm") is not null, "npm");
        var semver =
            new NpmPackage("semver", "7.7.2", "sha512-RF0Fw+rO5AMf9MAyaRXI4AV0Ulj5lMHqVxxdSgiVbixSCXoEmmX/jk0CuJw4+3SqroYO9VoUh+HcuJivvtJemA==")
            {
                Member = "bin/semver.js",
                DigestSource = "this test",
            };

        var acquired = await _fixture.Source([semver]).AcquireAsync("sample", CancellationToken.None);

        Assert.Null(acquired.Unavailable);
        Assert.StartsWith("#!/usr/bin/env node", System.IO.File.ReadAllText(acquired.Path!), StringComparison.Ordinal);
    }

    private static NpmPackage Pinned => new("@owner/sample", "4.5.6", Integrity(Tarball)) { Member = "bin/sample", DigestSource = "this test" };

    /// <summary>What npm does: leaves a tarball in the destination, or fails.</summary>
    private sealed class FakeNpm(byte[]? tarball, ToolFailedException? failure) : IToolRunner
    {
        public FakeNpm(byte[] tarball) : this(tarball, null) { }

        public FakeNpm(ToolFailedException failure) : this(null, failure) { }

        public ToolCommand? Ran { get; private set; }

        public int TimesRun { get; private set; }

        public async Task<ToolResult> RunAsync(ToolCommand command, CancellationToken cancellation)
        {
            Ran = command;
            TimesRun++;
            if (failure is not null)
                throw failure;
            var destination = command.Arguments[command.Arguments.IndexOf("--pack-destination") + 1];
            await System.IO.File.WriteAllBytesAsync(Path.Combine(destination, "owner-sample-4.5.6.tgz"), tarball!, cancellation);
            return new ToolResult(0, "owner-sample-4.5.6.tgz\n", "", TimeSpan.Zero);
        }
    }
}
