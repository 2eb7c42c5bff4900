using System.Security.Cryptography;
using System.Text;
using Acceptance.Tests.Trivy;
using Acceptance.Tests.Verify;
using Build.Tests.Tools.Trivy;
using ContainerSecurity.Images.Writing;
using ContainerSecurity.Tools.Acquisition;

namespace Acceptance.Tests.Scan;

/// <summary>
/// Where releases of Hadolint and Trivy and a vulnerability database can be had, the gates that need them are complete; and what is not what was
/// pinned stops the run. The releases are a recorded Hadolint and a real Trivy, the hosts are on loopback.
/// </summary>
public sealed class ReachableSourcesTests : IAsyncLifetime, IDisposable
{
    private const string Hadolint = "hadolint/hadolint v2.15.1 hadolint";
    /// <summary>As old as the one that npm has.</summary>
    private const string Trivy = "aquasecurity/trivy v0.30.0 trivy";

    private static readonly byte[] HadolintRelease = Encoding.ASCII.GetBytes(
        "#!/bin/sh\ncase \"$*\" in --version) echo 'Haskell Dockerfile Linter 2.15.1' ;; *) echo '[]' ;; esac\n");

    private readonly ExampleService _service = new();
    private RepositoryCopy? _suite;
    private ReleaseHost? _github;
    private DatabaseRegistry? _registry;
    private byte[] _trivyRelease = [];

    public async Task InitializeAsync()
    {
        _github = await ReleaseHost.StartAsync();
        _registry = await DatabaseRegistry.StartAsync(DateTimeOffset.UtcNow.AddHours(-1));
        using var scene = await RealTrivy.SceneAsync();
        _trivyRelease = await File.ReadAllBytesAsync(scene.Tool.Path!);
        _github.Serve(Hadolint, HadolintRelease);
        _github.Serve(Trivy, _trivyRelease);
        _suite = new RepositoryCopy();
        var debian = RealTrivy.Debian(("zlib1g", "zlib", "1:1.2.13.dfsg-1"));
        DockerArchiveWriter.Write(new TestImage().Layer(debian).Build(), _service.PathOf("service.tar"));
        File.Delete(_service.PathOf("repository/policy.yaml"));
    }

    public async Task DisposeAsync()
    {
        await _github!.DisposeAsync();
        await _registry!.DisposeAsync();
    }

    public void Dispose()
    {
        _suite?.Dispose();
        _service.Dispose();
    }

    [SkippableFact]
    public async Task With_all_of_them_the_gates_are_complete_and_say_who_judged_by_what()
    {
        var outcome = await ScanAsync("good");

        Assert.True(outcome.ExitCode == 0, outcome.Said);
        Assert.All(["lint", "secrets", "vulnerabilities"], gate => Assert.True(VerdictOf(outcome, gate) == "pass", outcome.Gate(gate).ToString()));
        Assert.Equal("hadolint", outcome.Gate("lint").GetProperty("engine").GetString());
        Assert.Contains(_registry!.Mirror("good").Repository, outcome.Gate("vulnerabilities").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("stands in", outcome.Said, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("old", "too old")]
    [InlineData("other", "the download failed")]
    public async Task Without_a_good_database_vulnerabilities_is_incomplete_and_says_why(string place, string reason)
    {
        var outcome = await ScanAsync(place, "--strict");

        Assert.True(outcome.ExitCode == 3, outcome.Said);
        Assert.Equal(("incomplete", "pass"), (VerdictOf(outcome, "vulnerabilities"), VerdictOf(outcome, "lint")));
        Assert.Contains(reason, outcome.Gate("vulnerabilities").ToString(), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("another release, such as an older one")]
    [InlineData("the release, cut short")]
    public async Task A_release_that_is_not_the_pinned_one_is_never_run_and_stops_the_run(string kind)
    {
        byte[] other = [.. "#!/bin/sh\ntouch \"$0.ran\"\n"u8];
        _github!.Serve(Hadolint, kind.Contains("cut", StringComparison.Ordinal) ? HadolintRelease[..40] : other);

        var outcome = await ScanAsync("good");

        Assert.True(outcome.ExitCode == 2, outcome.Said);
        Assert.Equal("error", VerdictOf(outcome, "lint"));
        Assert.Contains(Sha256(HadolintRelease), outcome.Gate("lint").ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_suite!.PathOf("cache"), "*.ran", SearchOption.AllDirectories));
    }

    [SkippableFact]
    public async Task A_release_whose_download_breaks_off_half_way_stops_the_run_and_nothing_of_it_is_kept()
    {
        _github!.BreakOff(Trivy, _trivyRelease);

        var broken = await ScanAsync("good");
        _github!.Serve(Trivy, _trivyRelease);
        var whole = await ScanAsync("good");

        Assert.True(broken.ExitCode == 2, broken.Said);
        Assert.Contains("was cut short", broken.Gate("vulnerabilities").ToString(), StringComparison.Ordinal);
        Assert.True(whole.ExitCode == 0, whole.Said);
    }

    private Task<ScanOutcome> ScanAsync(string place, params string[] arguments)
    {
        _suite!.Write("authority.pem", _github!.Pem);
        var locked = string.Join(", ", Locked("hadolint", Hadolint, HadolintRelease), Locked("trivy", Trivy, _trivyRelease));
        _suite.Write("tools.lock.json", $$"""{"tools":{ {{locked}} } }""");
        _suite.Variables["XDG_CACHE_HOME"] = _suite.PathOf("cache");
        _suite.Variables["HTTPS_PROXY"] = _github.Proxy.Address;
        _suite.Variables["NO_PROXY"] = "127.0.0.1";
        _suite.Variables["SSL_CERT_FILE"] = _suite.PathOf("authority.pem");
        return _suite.RunAsync(
        [
            "--target=Scan", $"--repository={_service.PathOf("repository")}", $"--input={_service.PathOf("service.tar")}",
            $"--db-repository={_registry!.Mirror(place).Repository}", .. arguments,
        ]);
    }

    private static string Locked(string tool, string release, byte[] bytes)
    {
        var parts = release.Split(' ');
        return $$$"""
            "{{{tool}}}":{"version":"{{{parts[1][1..]}}}","platforms":{"{{{HostPlatform.Name}}}":[{"from":"github-release","repository":"{{{parts[0]}}}",
             "tag":"{{{parts[1]}}}","asset":"{{{parts[2]}}}","sha256":"{{{Sha256(bytes)}}}","digestSource":"this test"}]}}
            """;
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string? VerdictOf(ScanOutcome outcome, string gate) => outcome.Gate(gate).GetProperty("verdict").GetString();
}
