using System.Net.Http.Json;
using System.Text.Json;

namespace Acceptance.Tests.LlamaServer;

/// <summary>The real binary in passthrough mode before a real server's own Messages API.</summary>
public sealed class PassthroughTests
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["text"] = "Hello, Grüße.",
        ["call"] = "<tool_call>\n{\"name\": \"get_weather\", \"arguments\": {\"city\": \"Paris\"}}\n</tool_call>",
        ["after-tool"] = "It is sunny.",
    };

    [SkippableFact]
    public async Task Text_calls_streams_and_counts_come_through()
    {
        Requirement.Root();
        Requirement.Program("debootstrap", "debootstrap");
        Requirement.ProxyBinary();
        using var server = await ScriptedServer.StartAsync(Scripts);
        var port = FreePort.Next();
        using var proxy = ServerProcess.Start(Repository.ProxyBinary, ["serve"], new Dictionary<string, string>
        {
            ["HOME"] = Path.GetTempPath(),
            ["PORT"] = $"{port}",
            ["PASSTHROUGH_MODE"] = "1",
            ["ANTHROPIC_UPSTREAM_BASE_URL"] = server.Url.ToString().TrimEnd('/'),
        });
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await proxy.WaitForHealthAsync(new Uri(client.BaseAddress, "/health"), TimeSpan.FromSeconds(10));

        var said = JsonDocument.Parse(await AskAsync(client, "SCRIPT:text")).RootElement;
        var called = JsonDocument.Parse(await AskAsync(client, "SCRIPT:call")).RootElement;
        var streamed = await AskAsync(client, "SCRIPT:text", stream: true);
        var counted = JsonDocument.Parse(await AskAsync(client, "SCRIPT:text", path: "/v1/messages/count_tokens")).RootElement;

        Assert.Equal(Scripts["text"], Block(said, "text").GetProperty("text").GetString());
        var call = Block(called, "tool_use");
        Assert.Equal(("get_weather", "Paris"), (call.GetProperty("name").GetString(), call.GetProperty("input").GetProperty("city").GetString()));
        Assert.Equal("tool_use", called.GetProperty("stop_reason").GetString());
        Assert.Contains("event: message_stop", streamed, StringComparison.Ordinal);
        Assert.Equal(said.GetProperty("usage").GetProperty("input_tokens").GetInt32(), counted.GetProperty("input_tokens").GetInt32());
    }

    private static JsonElement Block(JsonElement message, string type) =>
        message.GetProperty("content").EnumerateArray().Single(block => block.GetProperty("type").GetString() == type);

    private static async Task<string> AskAsync(HttpClient client, string prompt, bool stream = false, string path = "/v1/messages")
    {
        var tool =
            new
            {
                name = "get_weather",
                input_schema = new
                {
                    type = "object",
                    properties = new { city = new { type = "string" } },
                    required = new[]
            {
                "city",
            }
                }
            };
        var request = new
        {
            model = "scripted",
            max_tokens = 200,
            stream,
            messages = new[]
        {
            new { role = "user", content = prompt },
        },
            tools = new[] { tool }
        };
        using var answer = await client.PostAsJsonAsync(path, request);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        return body;
    }
}
