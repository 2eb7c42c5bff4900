using System.Diagnostics;
using System.Net.Http.Json;

namespace Acceptance.Tests.ClaudeCode;

/// <summary>Reads a stream of the proxy as it is on the wire, which Claude Code does not show.</summary>
internal static class RawStream
{
    /// <returns>The name of each event and when it came, counted from the request.</returns>
    public static async Task<IReadOnlyList<(string Name, TimeSpan At)>> EventsAsync(string proxy)
    {
        const string name = "event: ";
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{proxy}/v1/messages")
        {
            Content = JsonContent.Create(new
            {
                model = "claude-opus-5-5",
                max_tokens = 100,
                stream = true,
                messages = new[]
            {
                new { role = "user", content = "Hello" },
            }
            }),
        };
        var clock = Stopwatch.StartNew();
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var events = new List<(string, TimeSpan)>();
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(name, StringComparison.Ordinal))
                events.Add((line[name.Length..], clock.Elapsed));
        }

        return events;
    }
}
