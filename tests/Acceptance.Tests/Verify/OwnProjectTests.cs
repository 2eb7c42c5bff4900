using System.Text.Json;
using Acceptance.Tests.Docker;
using Acceptance.Tests.Scan;

namespace Acceptance.Tests.Verify;

/// <summary>This project's own claims on a real engine, strictly: a second build, containers, and all that is planted.</summary>
public sealed class OwnProjectTests(DockerEngine docker) : IClassFixture<DockerEngine>
{
    /// <summary>The isolated devcontainer needs compose and the official base, which not every machine has; without them it is incomplete.</summary>
    [SkippableFact]
    public async Task Every_claim_of_this_project_is_proven_and_all_that_is_planted_is_seen()
    {
        await docker.RequireAsync();
        using var copy = new RepositoryCopy();
        copy.Variables["DOCKER_HOST"] = docker.Socket;

        var outcome = await copy.RunAsync("--target=Verify", "--strict");

        var checks = Checks(outcome);
        Assert.All(
            checks.Where(check => !IsDevContainer(check)), check => Assert.True(Says(check, "holds") && Says(check, "detects"), check.ToString()));
        var isStarted = checks.Where(IsDevContainer).All(check => check.TryGetProperty("holds", out _));
        Assert.All(checks.Where(IsDevContainer), check => Assert.True(Says(check, isStarted ? "detects" : "unseen"), check.ToString()));
        Assert.True(outcome.ExitCode == (isStarted ? 0 : 3), outcome.Said);
    }

    [SkippableFact]
    public async Task A_quick_run_starts_no_devcontainer_and_says_so()
    {
        await docker.RequireAsync();
        using var copy = new RepositoryCopy();
        copy.Variables["DOCKER_HOST"] = docker.Socket;

        var outcome = await copy.RunAsync("--target=Verify", "--quick");

        Assert.True(outcome.ExitCode == 0, outcome.Said);
        Assert.Contains("--quick starts no devcontainer", outcome.Said);
        Assert.All(Checks(outcome).Where(check => !IsDevContainer(check) && Subject(check) != "build"), check => Assert.True(Says(check, "holds")));
    }

    [SkippableFact]
    public async Task An_image_of_the_engine_is_judged_as_the_one_that_is_built_here()
    {
        await docker.RequireAsync();
        using var copy = new RepositoryCopy();
        copy.Variables["DOCKER_HOST"] = docker.Socket;

        var outcome = await copy.RunAsync("--target=Verify", "--quick", $"--image={docker.Image}");

        Assert.True(outcome.ExitCode == 0, outcome.Said);
        Assert.Contains($"saving {docker.Image} from docker", outcome.Said);
        Assert.All(
            Checks(outcome).Where(check => Subject(check) is "image" or "container"), check => Assert.True(Says(check, "holds"), check.ToString()));

        var missing = await copy.RunAsync("--target=Verify", "--quick", "--image=nobody/has:this");
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("docker cannot provide it", missing.Said);
    }

    private static List<JsonElement> Checks(ScanOutcome outcome) =>
    [
        .. outcome.Report!.Value.GetProperty("claims").EnumerateArray().SelectMany(claim => claim.GetProperty("checks").EnumerateArray()),
    ];

    private static string? Subject(JsonElement check) => check.GetProperty("subject").GetString();

    private static bool IsDevContainer(JsonElement check) => Subject(check) == "devcontainer";

    private static bool Says(JsonElement check, string field) =>
        check.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.Array;
}
