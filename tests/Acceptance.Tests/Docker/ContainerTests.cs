using System.Diagnostics;
using System.Net;
using System.Text;

namespace Acceptance.Tests.Docker;

/// <summary>The built image in a real Docker engine, run as SECURITY.md says: read-only, without capabilities, without new privileges.</summary>
public sealed class ContainerTests(DockerEngine docker) : IClassFixture<DockerEngine>
{
    private static readonly string[] Locked = ["run", "--read-only", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"];

    /// <summary>Composed here so that no file holds anything that looks like a key.</summary>
    private static readonly string Key = string.Concat("client-", Guid.NewGuid().ToString("N"));

    private readonly DockerEngine _docker = docker;

    [SkippableFact]
    public async Task A_locked_down_container_with_a_client_key_answers_its_health()
    {
        await _docker.RequireAsync();
        var port = FreePort.Next();

        var container = (await _docker.DockerAsync(
            [
                .. Locked,
                "--detach",
                "-e",
                $"ANTHROPIC_API_KEY={Key}",
                "-e",
                $"OPENAI_API_KEY={Key}",
                "-p",
                $"127.0.0.1:{port}:8082",
                _docker.Image,
            ])).Output.Trim();

        Assert.Equal(HttpStatusCode.OK, await HealthAsync(port));
        var user = (await _docker.DockerAsync("inspect", "--format", "{{.Config.User}}", container)).Output.Trim();
        Assert.Matches("^[1-9][0-9]*(:[1-9][0-9]*)?$", user);
    }

    [SkippableFact]
    public async Task The_health_check_of_the_image_finds_the_container_healthy()
    {
        await _docker.RequireAsync();
        var container = (await _docker.DockerAsync(
            [
                .. Locked,
                "--detach",
                "-e",
                $"ANTHROPIC_API_KEY={Key}",
                "-e",
                $"OPENAI_API_KEY={Key}",
                _docker.Image,
            ])).Output.Trim();

        await _docker.DockerAsync("exec", container, "/claude-code-proxy", "health");
    }

    [SkippableFact]
    public async Task Without_a_client_key_the_container_refuses_to_start_and_says_which_variable_is_missing()
    {
        await _docker.RequireAsync();

        var refused = await _docker.DockerAsync([2], [.. Locked, "-e", $"OPENAI_API_KEY={Key}", _docker.Image]);

        Assert.Contains("ANTHROPIC_API_KEY", refused.ErrorOutput);
    }

    [SkippableFact]
    public async Task A_request_reaches_an_HTTPS_upstream_whose_authority_SSL_CERT_FILE_names()
    {
        await _docker.RequireAsync();
        await using var upstream = await HttpsUpstream.StartAsync();

        var answer = await AskThroughContainerAsync(upstream, trusted: true);

        Assert.Contains("seen over TLS", answer);
    }

    [SkippableFact]
    public async Task A_request_to_an_HTTPS_upstream_of_an_unknown_authority_fails()
    {
        await _docker.RequireAsync();
        await using var upstream = await HttpsUpstream.StartAsync();

        var answer = await AskThroughContainerAsync(upstream, trusted: false);

        Assert.DoesNotContain("seen over TLS", answer);
        Assert.Contains("\"type\":\"error\"", answer);
    }

    private async Task<string> AskThroughContainerAsync(HttpsUpstream upstream, bool trusted)
    {
        var folder = Directory.CreateTempSubdirectory("authority-").FullName;
        var authority = Path.Combine(folder, "authority.pem");
        await File.WriteAllTextAsync(authority, upstream.AuthorityPem);
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        var port = FreePort.Next();
        string[] trust = trusted ? ["-v", $"{authority}:/authority.pem:ro", "-e", "SSL_CERT_FILE=/authority.pem"] : [];
        await _docker.DockerAsync(
        [
            .. Locked, "--detach", "--network", "host", .. trust, "-e", $"ANTHROPIC_API_KEY={Key}", "-e", $"OPENAI_API_KEY={Key}",
            "-e", $"OPENAI_BASE_URL=https://localhost:{upstream.Port}/v1", "-e", $"PORT={port}", _docker.Image,
        ]);
        await HealthAsync(port);

        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/v1/messages");
        request.Headers.Add("x-api-key", Key);
        request.Content = new StringContent(
            """{"model":"claude-sonnet-5","max_tokens":16,"messages":[{"role":"user","content":"hello"}]}""", Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Docker publishes a port a moment before the process listens.</summary>
    private static async Task<HttpStatusCode> HealthAsync(int port)
    {
        using var client = new HttpClient();
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                using var answer = await client.GetAsync($"http://127.0.0.1:{port}/health");
                return answer.StatusCode;
            }
            catch (HttpRequestException) when (clock.Elapsed < TimeSpan.FromSeconds(10))
            {
                // Not listening yet.
            }
        }
    }
}
