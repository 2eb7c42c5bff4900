using System.Text.Json.Nodes;

namespace Acceptance.Tests.Operation;

/// <summary>
/// Two replicas behind nginx, as docs/operations.md configures it, serve one conversation in turn, and its streams come as they are said.
/// </summary>
public sealed class ReplicasTests : IDisposable
{
    private const int Turns = 6;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("replicas-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task One_conversation_is_served_by_both()
    {
        Requirement.Program("nginx", "nginx");
        Requirement.ProxyBinary();
        using var heard = new SemaphoreSlim(0);
        await using var upstream = await HalvingUpstream.StartAsync(heard, Limit);
        var (first, second, front) = (FreePort.Next(), FreePort.Next(), FreePort.Next());
        using var one = await StartProxyAsync(first, upstream);
        using var other = await StartProxyAsync(second, upstream);
        using var nginx = ServerProcess.Start("/usr/sbin/nginx", ["-p", _folder, "-c", WriteConfiguration(first, second, front)]);
        await nginx.WaitForHealthAsync(new Uri($"http://127.0.0.1:{front}/health"), Limit);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{front}"), Timeout = Limit };

        var messages = new JsonArray();
        for (var turn = 1; turn <= Turns; turn++)
        {
            messages.Add(Message("user", $"question {turn}"));
            Assert.Equal("well", await AskAsync(client, messages, heard));
            messages.Add(Message("assistant", "well"));
        }

        Assert.Equal(Turns, upstream.Received.Count);
        Assert.All(Enumerable.Range(1, Turns), turn => Assert.Contains($"question {turn}", upstream.Received[^1], StringComparison.Ordinal));
        Assert.Equal(Turns, await ServedAsync(first) + await ServedAsync(second));
        Assert.True(await ServedAsync(first) > 0 && await ServedAsync(second) > 0);
    }

    private static async Task<ServerProcess> StartProxyAsync(int port, HalvingUpstream upstream)
    {
        var proxy = ServerProcess.Start(Repository.ProxyBinary, ["serve"], new Dictionary<string, string>
        {
            ["PORT"] = $"{port}",
            ["OPENAI_BASE_URL"] = $"{upstream.BaseUrl}",
        });
        await proxy.WaitForHealthAsync(new Uri($"http://127.0.0.1:{port}/health"), Limit);
        return proxy;
    }

    private static async Task<string> AskAsync(HttpClient client, JsonArray messages, SemaphoreSlim heard)
    {
        var body = new JsonObject { ["model"] = "claude-opus-4-8", ["max_tokens"] = 100, ["stream"] = true, ["messages"] = messages.DeepClone() };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/messages") { Content = new StringContent(body.ToJsonString()) };
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var said = "";
        var isComplete = false;
        while (await reader.ReadLineAsync() is { } line)
        {
            isComplete |= line == "event: message_stop";
            if (!line.StartsWith("data: ", StringComparison.Ordinal) || JsonNode.Parse(line["data: ".Length..])!["delta"]?["text"] is not { } text)
                continue;
            if (said.Length == 0)
                heard.Release();
            said += text.GetValue<string>();
        }

        Assert.True(isComplete);
        return said;
    }

    private static JsonObject Message(string role, string text) => new() { ["role"] = role, ["content"] = text };

    private static async Task<int> ServedAsync(int port)
    {
        using var client = new HttpClient();
        const string sample = "claude_code_proxy_requests_total{path=\"/v1/messages\",status=\"2xx\"} ";
        var metrics = await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/metrics"));
        return metrics.Split('\n').Where(line => line.StartsWith(sample, StringComparison.Ordinal))
            .Sum(line => int.Parse(line[sample.Length..], System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>What the document shows, with the ports of this test and folders that the user may write.</summary>
    private string WriteConfiguration(int first, int second, int front)
    {
        var document = File.ReadAllText(Path.Combine(Repository.Paths.Root, "docs", "operations.md"));
        var shown = document.Split("```nginx\n")[1].Split("```")[0]
            .Replace(":8082;", $":{first};", StringComparison.Ordinal)
            .Replace(":8083;", $":{second};", StringComparison.Ordinal)
            .Replace(":8080;", $":{front};", StringComparison.Ordinal);
        var file = Path.Combine(_folder, "nginx.conf");
        File.WriteAllText(file, $$"""
            daemon off;
            worker_processes 1;
            pid {{_folder}}/nginx.pid;
            error_log {{_folder}}/error.log;
            events { worker_connections 256; }
            http {
            access_log off;
            client_body_temp_path {{_folder}}/body;
            proxy_temp_path {{_folder}}/proxy;
            fastcgi_temp_path {{_folder}}/fastcgi;
            uwsgi_temp_path {{_folder}}/uwsgi;
            scgi_temp_path {{_folder}}/scgi;
            {{shown}}
            }
            """);
        return file;
    }
}
