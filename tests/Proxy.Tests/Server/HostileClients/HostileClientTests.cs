using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Proxy.Tests.Server.HostileClients;

/// <summary>Clients that break the rules, each in one way: they are refused, and all others are served on.</summary>
public sealed class HostileClientTests : IAsyncLifetime
{
    private const string Health = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string Message =
        $"POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: {Samples.Request.Length}\r\n\r\n{Samples.Request}";

    private TestUpstream _upstream = null!;
    private RunningProxy _proxy = null!;

    public static TheoryData<string> Names => [.. Misdeeds.All.Keys];

    public async Task InitializeAsync()
    {
        _upstream = await TestUpstream.Answering(Samples.Answer);
        _proxy = await RunningProxy.Before(_upstream);
    }

    public async Task DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_breaks_the_rules_is_refused_and_the_connection_closed(string name)
    {
        var (said, statuses) = Misdeeds.All[name];
        using var client = await RawClient.Connect(_proxy.Url);

        await client.Say(said);
        var answer = await client.Read(until: "\r\n\r\n", orEnd: true);
        client.EndSaying();
        var rest = await client.Read();

        var status = answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(answer[9..12], CultureInfo.InvariantCulture) : 0;
        Assert.True(statuses.Contains(status), answer);
        Assert.DoesNotContain("s3", answer + rest, StringComparison.Ordinal);
        Assert.Empty(_upstream.Received);
        await AllAreServed();
    }

    [Fact]
    public async Task Requests_that_come_at_once_are_answered_one_after_the_other()
    {
        using var client = await RawClient.Connect(_proxy.Url);

        await client.Say(Message + Health + Message.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal));
        var answers = (await client.Read()).Split("HTTP/1.1 200 OK");

        Assert.Equal(4, answers.Length);
        Assert.Contains("Hello.", answers[1], StringComparison.Ordinal);
        Assert.Contains("\"ok\"", answers[2], StringComparison.Ordinal);
        Assert.Contains("Hello.", answers[3], StringComparison.Ordinal);
        await AllAreServed();
    }

    [Theory]
    [InlineData("Content-Length: 4\r\nTransfer-Encoding: chunked")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 4")]
    public async Task A_request_hidden_between_a_length_and_chunks_is_none(string framing)
    {
        using var client = await RawClient.Connect(_proxy.Url);
        const string hidden = "GET /v1/models HTTP/1.1\r\nHost: localhost\r\n\r\n";

        // By the length, the body would end after 4 bytes and a request follow.
        await client.Say($"POST /v1/messages HTTP/1.1\r\nHost: localhost\r\n{framing}\r\n\r\n{hidden.Length:x}\r\n{hidden}\r\n0\r\n\r\n"
            + Health.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal));
        var answers = await client.Read();

        Assert.StartsWith("HTTP/1.1 400 ", answers, StringComparison.Ordinal);
        Assert.InRange(answers.Split("HTTP/1.1 ").Length - 1, 1, 2);
        Assert.DoesNotContain("claude-", answers, StringComparison.Ordinal);
        await AllAreServed();
    }

    [Fact]
    public async Task A_stream_for_HTTP_1_0_ends_with_its_connection()
    {
        // The end comes with the last events, when the response has begun already.
        const string rest = Samples.SecondChunk + Samples.LastChunks;
        var begun = new TaskCompletionSource();
        await using var upstream = await TestUpstream.Start(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.ContentLength = Samples.FirstChunk.Length + rest.Length;
            await context.Response.WriteAsync(Samples.FirstChunk);
            await begun.Task;
            await context.Response.WriteAsync(rest);
        });
        await using var proxy = await RunningProxy.Before(upstream);
        using var client = await RawClient.Connect(proxy.Url);

        await client.Say(Message.Replace("HTTP/1.1", "HTTP/1.0", StringComparison.Ordinal)
            .Replace(Samples.Request, Samples.StreamedRequest, StringComparison.Ordinal)
            .Replace($"{Samples.Request.Length}", $"{Samples.StreamedRequest.Length}", StringComparison.Ordinal));
        var answer = await client.Read(until: "Hel");
        begun.SetResult();
        answer += await client.Read();

        Assert.DoesNotContain("chunked", answer, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("data: {\"type\":\"message_stop\"}\n\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_that_say_nothing_hold_nobody_up()
    {
        var clients = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => RawClient.Connect(_proxy.Url)));

        await AllAreServed();

        foreach (var client in clients)
            client.Dispose();
        await AllAreServed();
    }

    [Fact]
    public async Task Who_stalls_is_let_go()
    {
        await Task.WhenAll(
            StallsAfter("GET /health HTTP/1.1\r\nHost: local"),
            StallsAfter("POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"),
            StallsAfter("POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n"));
        await AllAreServed();
    }

    private async Task StallsAfter(string said)
    {
        using var client = await RawClient.Connect(_proxy.Url);
        await client.Say(said);
        var answer = await client.Read();
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), answer);
    }

    private async Task AllAreServed()
    {
        using var answer = await _proxy.Post("/v1/messages", Samples.Request).WaitAsync(Patience);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("unexpected", _proxy.Log, StringComparison.Ordinal);
    }
}
