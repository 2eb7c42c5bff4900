using System.Text.Json;
using ContainerSecurity.Rules.Docker;
using ContainerSecurity.Rules.Hadolint;

namespace Build.Tests.Gates.Lint;

/// <summary>
/// The project's own recording is whole: every Dockerfile is in it, and every rule has something to say. <c>WRITE_RECORDINGS=1</c> writes it first.
/// </summary>
public sealed class OwnRecordingTests
{
    // What it says depends on a .dockerignore.
    private static readonly string[] NotFromText = ["CopyIgnoredFile"];

    [SkippableFact]
    public async Task Every_Dockerfile_has_its_row()
    {
        if (Environment.GetEnvironmentVariable("WRITE_RECORDINGS") == "1")
            await OwnRecording.WriteAsync();

        Assert.Equal(OwnDockerfile.Names(), RecordedLint.Read(RecordingFiles.Own).Select(row => row.Path));
    }

    [Fact]
    public void Every_rule_of_Hadolint_is_broken_somewhere() =>
        Assert.Empty(HadolintRules.All.Select(rule => rule.Id).Except(Named("code", row => row.Findings)));

    [Fact]
    public void Every_check_of_Docker_fails_somewhere() =>
        Assert.Empty(DockerRules.All.Select(rule => rule.Id).Except(NotFromText).Except(Named("rule", Checks)));

    private static IEnumerable<string> Named(string property, Func<RecordedLint, JsonElement> list) =>
        RecordedLint.Read(RecordingFiles.Own).SelectMany(row => list(row).EnumerateArray()).Select(item => item.GetProperty(property).GetString()!);

    private static JsonElement Checks(RecordedLint row) =>
        row.BuildKit.TryGetProperty("checks", out var checks) ? checks : JsonDocument.Parse("[]").RootElement;
}
