using Build.Tests.Tools.Trivy;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Misconfiguration;
using ContainerSecurity.Processes;

namespace Acceptance.Tests.Trivy;

public class MisconfigurationTests
{
    private const string Good = "FROM scratch\nCOPY proxy /\nUSER 65532\nHEALTHCHECK CMD [\"/proxy\", \"health\"]\n";

    [SkippableFact]
    public async Task A_good_Dockerfile_and_a_good_image_pass()
    {
        using var scene = await SceneAsync(Good);

        var result = await JudgeAsync(scene);

        Assert.Equal(Verdict.Pass, result.Verdict);
    }

    [SkippableFact]
    public async Task A_bad_Dockerfile_fails_with_file_and_line_whatever_its_name_is()
    {
        using var scene = await SceneAsync(Good);
        scene.Write("deploy/a b.df", "FROM debian:12\nRUN apt-get update && cd /x\nUSER root\n");
        scene.Dockerfiles.Add("deploy/a b.df");

        var result = await JudgeAsync(scene);

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Contains(result.Findings, finding => finding is { RuleId: "DS-0002", File: "deploy/a b.df", Severity: Severity.High });
        Assert.Contains(result.Findings, finding => finding is { RuleId: "DS-0013", File: "deploy/a b.df", Line: 2 });
    }

    [SkippableFact]
    public async Task A_Dockerfile_that_is_none_is_no_pass()
    {
        using var scene = await SceneAsync("FROM\n");

        Assert.Equal(Verdict.Incomplete, (await JudgeAsync(scene)).Verdict);
    }

    [SkippableFact]
    public async Task A_health_check_that_Trivy_cannot_read_back_is_no_pass_and_said()
    {
        using var scene = await SceneAsync(Good);
        scene.Image = new TestImage { HealthStart = TimeSpan.FromSeconds(5) }.Layer(("proxy", "\0binary"));
        scene.Image.History.Add("HEALTHCHECK --start-period=5s CMD [\"/proxy\"]");

        var result = await JudgeAsync(scene);

        Assert.Equal(Verdict.Incomplete, result.Verdict);
        Assert.Contains("--start-period", result.Notes[0], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Harmless_settings_are_taken_by_the_real_Trivy()
    {
        using var scene = await SceneAsync(Good);
        scene.Write(
            "trivy.yaml",
            "debug: false\nscan:\n  parallel: 1\n  detection-priority: precise\n  skip-dirs: [other] # nothing is there\npkg:\n  include-dev-deps: "
            + "true\n");

        var result = await JudgeAsync(scene);

        Assert.Equal(Verdict.Pass, result.Verdict);
    }

    [SkippableFact]
    public async Task A_damaged_archive_is_an_error_that_names_it()
    {
        using var scene = await SceneAsync(Good);
        var input = scene.Input();
        File.WriteAllBytes(input.ImagePath!, File.ReadAllBytes(input.ImagePath!)[..700]);

        var result = await scene.RunAsync(MisconfigurationGate.Name, input);

        Assert.Equal(Verdict.Error, result.Verdict);
        Assert.Contains(input.ImagePath!, result.Notes[0], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_Trivy_that_is_killed_half_way_is_an_error()
    {
        using var scene = await SceneAsync(Good);
        scene.Runner = new Impatient(scene.Runner);

        Assert.Equal(Verdict.Error, (await JudgeAsync(scene)).Verdict);
    }

    private static async Task<ScanFixture> SceneAsync(string dockerfile)
    {
        var scene = await RealTrivy.SceneAsync();
        scene.Write("Dockerfile", dockerfile);
        scene.Dockerfiles.Add("Dockerfile");
        scene.Image = new TestImage().Layer(("proxy", "\0binary"));
        scene.Image.History.Add("USER 65532");
        return scene;
    }

    private static Task<GateResult> JudgeAsync(ScanFixture scene) => scene.RunAsync(MisconfigurationGate.Name);

    /// <summary>Gives each program a tenth of a second.</summary>
    private sealed class Impatient(IToolRunner runner) : IToolRunner
    {
        public Task<ToolResult> RunAsync(ToolCommand command, CancellationToken cancellation) =>
            runner.RunAsync(command with { Timeout = TimeSpan.FromMilliseconds(100) }, cancellation);
    }
}
