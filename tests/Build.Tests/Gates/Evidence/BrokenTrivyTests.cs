using Build.Tests.Tools.Trivy;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Sbom;
using ContainerSecurity.Gates.Licenses;
using ContainerSecurity.Gates.Misconfiguration;
using ContainerSecurity.Gates.Sbom;
using ContainerSecurity.Gates.Secrets;
using ContainerSecurity.Gates.Vulnerabilities;
using ContainerSecurity.Processes;

namespace Build.Tests.Gates.Evidence;

/// <summary>A program in Trivy's place that dies or lies, started by the real runner: no gate may pass on its word.</summary>
public sealed class BrokenTrivyTests : IDisposable
{
    private const string Whole = """{"SchemaVersion":2,"ArtifactName":"x","Metadata":{"ImageID":"@ID@"},"Results":[]}""";

    private readonly ScanFixture _scene = new() { Runner = new ToolRunner() };

    public BrokenTrivyTests()
    {
        _scene.WriteDatabase();
        _scene.Write("Dockerfile", "FROM scratch\n");
        _scene.Dockerfiles.Add("Dockerfile");
        // Without a bill of materials the gate sbom would not come to ask Trivy.
        var product = new SbomComponent { Type = "application", Name = "proxy", Version = "2.0.0" };
        var sbom = CycloneDxWriter.Write(new SbomDocument { Product = product, Components = [], Time = DateTimeOffset.UnixEpoch });
        _scene.Image = new TestImage().Layer(("etc/os-release", "ID=debian"), ("usr/share/sbom/claude-code-proxy.cdx.json", sbom));
    }

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Killed_after_half_a_report_it_is_an_error_that_names_the_signal()
    {
        PutInPlace(Whole[..40], "kill -KILL $$");

        foreach (var result in await JudgeAsync())
        {
            Assert.Equal((result.Name, Verdict.Error), (result.Name, result.Verdict));
            Assert.Contains("exit code 137", result.Notes[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Killed_after_a_whole_report_it_is_still_an_error()
    {
        PutInPlace(Whole, "kill -KILL $$");

        Assert.All(await JudgeAsync(), result => Assert.Equal((result.Name, Verdict.Error), (result.Name, result.Verdict)));
    }

    [Fact]
    public async Task A_secret_in_half_a_report_or_in_its_last_words_is_not_quoted()
    {
        var report = Recording.Text("config.json");
        PutInPlace(report[..(report.LastIndexOf(Recording.Secret, StringComparison.Ordinal) + Recording.Secret.Length)], "kill -KILL $$");
        var half = await JudgeAsync();
        PutInPlace("", $"echo 'FATAL cannot read \"AWS_SECRET_ACCESS_KEY={Recording.Secret}\"' >&2\nexit 1");
        var said = await JudgeAsync();

        Assert.All(half.Concat(said), result => Assert.Equal((result.Name, Verdict.Error), (result.Name, result.Verdict)));
        Assert.All(half.Concat(said), result => Assert.DoesNotContain(Recording.Secret, string.Join('\n', result.Notes), StringComparison.Ordinal));
        Assert.Contains("FATAL cannot read", said[0].Notes[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("2026-11-24T12:00:00Z\tINFO\tall is well")]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("{\"SchemaVersion\":2,\"ArtifactName\":\"x\",\"Results\":")]
    [InlineData("{\"SchemaVersion\":2,\"ArtifactName\":\"x\",\"Results\":[]} and more")]
    [InlineData("{\"SchemaVersion\":3,\"ArtifactName\":\"x\"}")]
    public async Task Rubbish_with_exit_code_0_is_an_error(string said)
    {
        PutInPlace(said, "exit 0");

        Assert.All(await JudgeAsync(), result => Assert.Equal((result.Name, Verdict.Error), (result.Name, result.Verdict)));
    }

    [Fact]
    public async Task The_same_program_with_a_whole_report_is_no_error_so_that_the_others_mean_something()
    {
        PutInPlace(Whole, "exit 0");

        Assert.All(await JudgeAsync(), result => Assert.NotEqual(Verdict.Error, result.Verdict));
    }

    private async Task<IReadOnlyList<GateResult>> JudgeAsync()
    {
        var results = new List<GateResult>();
        foreach (var gate in new[] { MisconfigurationGate.Name, SecretsGate.Name, VulnerabilityGate.Name, SbomGate.Name, LicenseGate.Name })
            results.Add(await _scene.RunAsync(gate));
        return results;
    }

    private void PutInPlace(string says, string ends)
    {
        var text = says.Replace("@ID@", _scene.Image!.Id, StringComparison.Ordinal);
        var program = Path.GetFullPath(Path.Combine(_scene.Paths.Root, "..", "trivy"));
        File.WriteAllText(program, $"#!/bin/sh\ncat <<'END'\n{text}\nEND\n{ends}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _scene.Tool = _scene.Tool with { Path = program };
    }
}
