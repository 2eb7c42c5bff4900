using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Proxy.Tests.Server;

namespace Proxy.Tests.Cli;

/// <summary>Keys and what is said are random texts here, which are then looked for in all that the program prints and answers.</summary>
public sealed class TaintTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly string _upstreamKey = $"sk-{Guid.NewGuid():N}";
    private readonly string _secondKey = $"sk-{Guid.NewGuid():N}";
    private readonly string _clientKey = $"client-{Guid.NewGuid():N}";
    private readonly string _wrongKey = $"wrong-{Guid.NewGuid():N}";
    private readonly string _prompt = $"prompt-{Guid.NewGuid():N}";

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("", "text")]
    [InlineData("--simple", "text")]
    [InlineData("--debug", "text")]
    [InlineData("", "json")]
    [InlineData("--debug", "json")]
    public async Task Nothing_secret_is_printed_or_answered(string flag, string format)
    {
        var calls = 0;
        await using var upstream = await TestUpstream.Start(context => Misbehave(context, calls++));
        (string, string)[] environment =
            [("PORT", $"{FreePort.Find()}"), ("OPENAI_BASE_URL", $"{upstream.BaseUrl}"), ("OPENAI_API_KEY", $"{_upstreamKey},{_secondKey}"),
                ("ANTHROPIC_API_KEY", _clientKey), ("PROXY_LOG_FORMAT", format)];
        using var program = ProxyProgram.Start(_home, flag, environment);
        using var client = CheckedResponses.Client(await program.Listening());
        var answers = new StringBuilder();

        foreach (var body in Bodies())
        {
            answers.Append(await Post(client, body, _clientKey));
            answers.Append(await Post(client, body, _wrongKey));
        }

        await upstream.DisposeAsync();
        answers.Append(await Post(client, Request(stream: false), _clientKey));
        var metrics = await client.GetStringAsync("/metrics");
        program.Signal(15);
        await program.Ended();
        var (_, check) = await ProxyProgram.Run(_home, "config check", environment);

        foreach (var key in new[] { _upstreamKey, _secondKey, _clientKey, _wrongKey })
        {
            Assert.DoesNotContain(key, answers + metrics, StringComparison.Ordinal);
            Assert.DoesNotContain(key, program.Output + check, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(_prompt, program.Output + metrics, StringComparison.Ordinal);
        Assert.Contains("claude_code_proxy_errors_total", metrics, StringComparison.Ordinal);
        var lines = format == "json" ? program.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
        Assert.All(lines, line => JsonDocument.Parse(line).Dispose());
        Assert.True(calls >= 6);
    }

    /// <summary>An upstream that gives away what it was sent.</summary>
    private async Task Misbehave(HttpContext context, int call)
    {
        var gossip = $"key {_upstreamKey} or {_secondKey} said {_prompt}";
        if (call % 3 == 0)
        {
            await TestUpstream.Answer(context, $$$"""{"error":{"message":"{{{gossip}}}"}}""", 400 + call);
            return;
        }

        context.Response.ContentType = call % 3 == 1 ? "text/event-stream" : "application/json";
        await context.Response.WriteAsync(call % 3 == 1 ? $"data: {{\"error\":{{\"message\":\"{gossip}\"}}}}\n\n" : gossip);
    }

    private IEnumerable<string> Bodies()
    {
        for (var i = 0; i < 3; i++)
        {
            yield return Request(stream: false);
            yield return Request(stream: true);
        }

        yield return _prompt;
        yield return "{\"" + _prompt + "\":";
        yield return "{\"model\":\"" + _prompt[..3] + "\",\"max_tokens\":\"" + _prompt + "\"}";
    }

    private string Request(bool stream) =>
        (stream ? Samples.StreamedRequest : Samples.Request).Replace("Say hello.", _prompt, StringComparison.Ordinal);

    private static async Task<string> Post(HttpClient client, string body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/messages") { Content = new StringContent(body) };
        request.Headers.Add("x-api-key", key);
        using var answer = await client.SendAsync(request);
        return answer + await answer.Content.ReadAsStringAsync();
    }
}
