using System.Globalization;
using System.Net;
using Acceptance.Tests.Docker;

namespace Acceptance.Tests.Operation;

/// <summary>The compose file on a real engine: it starts, serves, is as locked as it says, and ends well with a stream under way.</summary>
public sealed class ComposeTests(DockerEngine docker) : IClassFixture<DockerEngine>
{
    private const string Request = """{"model":"claude-opus-4-8","max_tokens":100,"stream":true,"messages":[{"role":"user","content":"hello"}]}""";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [SkippableFact]
    public async Task It_serves_locked_down_and_ends_with_a_stream_under_way()
    {
        await docker.RequireAsync();
        using var heard = new SemaphoreSlim(0);
        await using var upstream = await HalvingUpstream.StartAsync(heard, Limit, await ComposeProject.FindGatewayAsync(docker));
        await using var project = await ComposeProject.CreateAsync(docker, upstream.BaseUrl);
        using var client = new HttpClient { BaseAddress = project.Url, Timeout = Limit };

        await project.ComposeAsync("up", "--detach", "--wait");
        var container = await project.ComposeAsync("ps", "--quiet", "proxy");

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(client, "another")).StatusCode);
        await IsLockedAsync(project, container);
        heard.Release();
        var answer = await ReadAsync(await AskAsync(client, project.ClientKey));
        Assert.Contains("event: message_stop", answer, StringComparison.Ordinal);
        using var stream = await AskAsync(client, project.ClientKey);

        await project.ComposeAsync("stop");

        // It would be 137 had it been killed after stop_grace_period.
        Assert.Equal("0 exited", await project.InspectAsync(container, "{{.State.ExitCode}} {{.State.Status}}"));
        Assert.Contains("event: error", await ReadAsync(stream), StringComparison.Ordinal);
        await project.ComposeAsync("down");
        Assert.Equal("", await project.ComposeAsync("ps", "--all", "--quiet"));
    }

    private static async Task IsLockedAsync(ComposeProject project, string container)
    {
        var process = int.Parse(await project.InspectAsync(container, "{{.State.Pid}}"), CultureInfo.InvariantCulture);
        Assert.Equal("65532", LockedDown.Check(await File.ReadAllTextAsync($"/proc/{process}/status")));
        var root = File.ReadLines($"/proc/{process}/mountinfo").Select(line => line.Split(' ')).Single(mount => mount[4] == "/");
        Assert.Contains("ro", root[5].Split(','));
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/messages") { Content = new StringContent(Request) };
        request.Headers.Add("x-api-key", key);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync();
        }
    }
}
