using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Proxy.Tests.Server.Endpoints;

/// <summary>Counting without an upstream. Claude Code asks for each part of its context on its own, and for all of them at once.</summary>
public sealed class CountTokensTests
{
    private const int Parts = 30;

    [Fact]
    public async Task Thirty_counts_at_once_are_all_answered_each_with_its_own_number()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        var counts = await Task.WhenAll(Enumerable.Range(1, Parts).Select(part => CountAsync(proxy, Part(part))));

        Assert.Equal(counts.Order(), counts);
        Assert.All(counts.Select((count, index) => (count, words: 60 * (index + 1))),
            part => Assert.InRange(part.count, part.words * 0.9, (part.words * 1.1) + 30));
        Assert.Empty(upstream.Received);
    }

    /// <summary>A tool and a text of so many times sixty words.</summary>
    private static string Part(int size) => string.Create(CultureInfo.InvariantCulture, $$$"""
        {"model":"claude-opus-4-8",
         "tools":[{"name":"tool_{{{size}}}","description":"Reads a file.","input_schema":{"type":"object"}}],
         "messages":[{"role":"user","content":"{{{string.Concat(Enumerable.Repeat("many plain words ", 20 * size))}}}"}]}
        """);

    private static async Task<int> CountAsync(RunningProxy proxy, string request)
    {
        using var response = await proxy.Post("/v1/messages/count_tokens", request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("input_tokens").GetInt32();
    }
}
