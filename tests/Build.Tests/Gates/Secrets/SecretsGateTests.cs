using System.Text;
using Build.Tests.Secrets;
using Build.Tests.Tools.Trivy;
using ContainerSecurity.Findings;
using ContainerSecurity.Gates.Secrets;
using ContainerSecurity.Processes;
using ContainerSecurity.Tools;

namespace Build.Tests.Gates.Secrets;

public sealed class SecretsGateTests : IDisposable
{
    private const string Nothing = """{"SchemaVersion":2,"ArtifactName":"x","Results":[]}""";

    private readonly ScanFixture _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task A_clean_checkout_and_a_clean_image_pass_with_what_was_read()
    {
        _scene.Write("README.md", "nothing");
        Scan(new TestImage().Layer(("app/a.txt", "nothing"), ("app/b.bin", "\0\0")));

        var result = await JudgeAsync();

        Assert.Equal(Verdict.Pass, result.Verdict);
        Assert.Equal(
            (1L, 2L, 1L),
            (result.Coverage.Facts.CountOf("files"), result.Coverage.Facts.CountOf("imageFiles"), result.Coverage.Facts.CountOf("imageLayers")));
    }

    [Fact]
    public async Task Keys_are_found_in_every_layer_even_deleted_ones_in_binaries_and_where_Trivy_does_not_look()
    {
        var image = new TestImage()
            .Layer(("srv/deleted.key", PlantedSecrets.PrivateKey()))
            .Layer(
                ("opt/utf16.bin", [0, 1, .. Encoding.Unicode.GetBytes(PlantedSecrets.GitHub)]),
                ("usr/share/doc/kept.env", Encoding.UTF8.GetBytes($"\n{PlantedSecrets.GitHub}")));
        image.Environment.Add($"TOKEN={PlantedSecrets.GitHub}");
        Scan(image);

        var result = await JudgeAsync();

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.Equal(
            [
                ("private-key", "/srv/deleted.key", image.DiffId(0)),
                ("github-pat", "/opt/utf16.bin", image.DiffId(1)),
                ("github-pat", "/usr/share/doc/kept.env", image.DiffId(1)),
                ("github-pat", "/config/Env/TOKEN", image.Id),
            ],
            result.Findings.Select(finding => (finding.RuleId, finding.File!, finding.Layer!)));
        Assert.Equal("4 findings at or above high.", result.Notes[0]);
    }

    [Theory]
    [InlineData("config.json")]
    [InlineData("docs/notes.md")]
    [InlineData("tests/Fixtures/id.txt")]
    [InlineData(".hidden/deep/x")]
    public async Task A_key_in_a_file_of_the_checkout_fails_with_file_and_line(string file)
    {
        _scene.Write(file, $"one\ntwo {PlantedSecrets.GitHub}\n");
        Scan(new TestImage().Layer(("a", "b")));

        var result = await JudgeAsync();

        Assert.Equal(Verdict.Fail, result.Verdict);
        var finding = Assert.Single(result.Findings);
        Assert.Equal((file, 2, null), (finding.File, finding.Line, finding.Layer));
    }

    [SkippableFact]
    public async Task A_key_in_an_ignored_env_file_is_told_and_does_not_fail()
    {
        Requirement.Require(ExecutableFile.Find("git") is not null, "git");
        _scene.Write(".env", $"GITHUB_TOKEN={PlantedSecrets.GitHub}\n");
        _scene.Write(".gitignore", ".env\n");
        Scan(new TestImage().Layer(("a", "b")));
        var script = _scene.Script;
        _scene.Runner = new GitAnd(script);
        await _scene.Runner.RunAsync(Git("init", "-q"), CancellationToken.None);

        var result = await JudgeAsync();

        Assert.Equal((Verdict.Pass, Severity.Medium), (result.Verdict, Assert.Single(result.Findings).Severity));
    }

    [Fact]
    public async Task What_Trivy_and_the_own_rules_both_find_is_told_once_and_never_shown()
    {
        var image = new TestImage { RecordedId = "sha256:dd81c5039466094066fb40c05bf32405fe20769ca99c7a0f21ade6e5d9365bf1" }.Layer(("a", "b"));
        image.Environment.Add("AWS_SECRET_ACCESS_KEY=" + Recording.Secret);
        _scene.Write("src/kept.env", $"GITHUB_TOKEN={PlantedSecrets.GitHub}\n");
        _scene.Image = image;
        _scene.Script.Answer("image", Recording.Text("image-planted.json")).Answer("fs", Recording.Text("tree-secret.json"));

        var result = await JudgeAsync();

        Assert.Equal(
            [
                ("aws-secret-access-key", "Dockerfile"),
                ("github-pat", "src/kept.env"),
                ("github-pat", "/srv/deleted.env"),
                ("github-pat", "/srv/kept.env"),
                ("aws-secret-access-key", "/config/Env/AWS_SECRET_ACCESS_KEY"),
            ],
            result.Findings.Select(finding => (finding.RuleId, finding.File!)));
        Assert.StartsWith("sha256:148bbc7c", result.Findings[2].Layer, StringComparison.Ordinal);
        Assert.DoesNotContain(Recording.Secret, string.Join('\n', result.Findings), StringComparison.Ordinal);
        Assert.DoesNotContain(PlantedSecrets.GitHub, string.Join('\n', result.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Trivy_the_own_rules_still_judge_and_their_silence_is_no_pass()
    {
        _scene.Tool = new AcquiredTool(Path: null, "0.75.0", Origin: null, "neither GitHub nor npm answered");
        _scene.Image = new TestImage().Layer(("a", "b"));

        var clean = await JudgeAsync();
        _scene.Write("x", PlantedSecrets.GitHub);
        var planted = await JudgeAsync();

        Assert.Equal((Verdict.Incomplete, "built-in"), (clean.Verdict, clean.Engine));
        Assert.Contains("neither GitHub nor npm answered", clean.Notes[0], StringComparison.Ordinal);
        Assert.Equal(Verdict.Fail, planted.Verdict);
    }

    [Fact]
    public async Task A_file_that_could_not_be_read_is_no_pass_and_named()
    {
        Scan(new TestImage().Layer(("app/a.txt", "nothing")));
        using var held = new FileStream(_scene.Write("held.txt", "x"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var result = await JudgeAsync();

        Assert.Equal((Verdict.Incomplete, "held.txt could not be read; give this user the right to."), (result.Verdict, result.Notes[0]));
    }

    [Fact]
    public async Task Without_an_image_the_checkout_is_still_judged_and_the_gate_is_incomplete()
    {
        _scene.ImageMissing = "Dockerfile:3 cannot be built";
        _scene.Script.Answer("fs", Nothing);

        var clean = await JudgeAsync();
        _scene.Write("x", PlantedSecrets.GitHub);
        var planted = await JudgeAsync();

        Assert.Equal(Verdict.Incomplete, clean.Verdict);
        Assert.Contains("Dockerfile:3 cannot be built", clean.Notes[0], StringComparison.Ordinal);
        Assert.Equal(Verdict.Fail, planted.Verdict);
    }

    [Theory]
    [InlineData("fs")]
    [InlineData("image")]
    public async Task Output_that_is_cut_off_is_an_error_that_names_the_input(string subcommand)
    {
        Scan(new TestImage().Layer(("a", "b")));
        _scene.Script.Answer(subcommand, Nothing[..20]);

        var result = await JudgeAsync();

        Assert.Equal(Verdict.Error, result.Verdict);
        Assert.Contains(subcommand == "fs" ? _scene.Paths.Root : "image.tar", result.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Trivy_that_fails_is_an_error()
    {
        _scene.Image = new TestImage().Layer(("a", "b"));

        Assert.Equal(Verdict.Error, (await JudgeAsync()).Verdict);
    }

    [Fact]
    public async Task A_report_about_another_image_is_an_error()
    {
        _scene.Image = new TestImage().Layer(("a", "b"));
        _scene.Script.Answer("fs", Nothing).Answer("image", Recording.Text("image-planted.json"));

        var result = await JudgeAsync();

        Assert.Equal(Verdict.Error, result.Verdict);
        Assert.Contains("instead of", Assert.Single(result.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_covers_a_finding_and_keeps_it()
    {
        _scene.Write("x", PlantedSecrets.GitHub);
        _scene.Write(".trivyignore.yaml", "secrets:\n  - id: github-pat\n    paths: [x]\n    statement: a test\n    expired_at: 2026-12-24\n");
        Scan(new TestImage().Layer(("a", "b")));

        var result = await JudgeAsync();

        Assert.Equal((Verdict.Pass, "a test"), (result.Verdict, Assert.Single(result.Findings).Suppressed?.Statement));
    }

    [Fact]
    public async Task A_bad_settings_file_is_an_error_with_its_line()
    {
        _scene.Write("trivy.yaml", "severity: [LOW]\n");
        Scan(new TestImage().Layer(("a", "b")));

        var result = await JudgeAsync();

        Assert.Equal(Verdict.Error, result.Verdict);
        Assert.StartsWith("trivy.yaml:1: `severity` cannot be set here", result.Notes[0], StringComparison.Ordinal);
    }

    private void Scan(TestImage image)
    {
        _scene.Image = image;
        var layers = string.Join(',', image.Build().Layers.Select(layer => $"\"{layer.Digest}\""));
        var report = $$"""{"SchemaVersion":2,"ArtifactName":"x","Metadata":{"ImageID":"{{image.Id}}","DiffIDs":[{{layers}}]},"Results":[]}""";
        _scene.Script.Answer("fs", Nothing).Answer("image", report);
    }

    private Task<GateResult> JudgeAsync() => _scene.RunAsync(SecretsGate.Name);

    private ToolCommand Git(params string[] arguments) =>
        new() { Executable = "git", Arguments = [.. arguments], WorkingDirectory = _scene.Paths.Root, Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The real git, and the script for the rest.</summary>
    private sealed class GitAnd(ScriptedRunner script) : IToolRunner
    {
        public Task<ToolResult> RunAsync(ToolCommand command, CancellationToken cancellation) =>
            command.Executable == "git" ? new ToolRunner().RunAsync(command, cancellation) : script.RunAsync(command, cancellation);
    }
}
