using System.Text.Json;
using Acceptance.Tests.Docker;
using Acceptance.Tests.Scan;

namespace Acceptance.Tests.Verify;

/// <summary>This project's own claims on a real engine, strictly: a second build, containers, and all that is planted.</summary>
public sealed class OwnProjectTests(DockerEngine docker) : IClassFixture<DockerEngine>
{
    [SkippableFact]
    public async Task Every_claim_of_this_project_is_proven_and_all_that_is_planted_is_seen()
    {
        await docker.RequireAsync();
        using var copy = new RepositoryCopy();
        copy.Variables["DOCKER_HOST"] = docker.Socket;

        var outcome = await copy.RunAsync("--target=Verify", "--strict");

        Assert.True(outcome.ExitCode == 0, outcome.Said);
        List<JsonElement> claims = [.. outcome.Report!.Value.GetProperty("claims").EnumerateArray()];
        Assert.All(claims, claim => Assert.Equal("pass", claim.GetProperty("verdict").GetString()));
        Assert.All(claims, claim => Assert.Contains(
            claim.GetProperty("checks").EnumerateArray(), check => check.TryGetProperty("detects", out var detects) && detects.GetBoolean()));
    }
}
