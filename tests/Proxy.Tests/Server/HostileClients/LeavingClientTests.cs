namespace Proxy.Tests.Server.HostileClients;

/// <summary>Clients that leave at every point of an exchange, politely or not: what they held is free again.</summary>
public sealed class LeavingClientTests
{
    private static readonly string Message =
        $"POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: {Samples.StreamedRequest.Length}\r\n\r\n{Samples.StreamedRequest}";

    public static TheoryData<int, bool, bool> Points
    {
        get
        {
            var points = new TheoryData<int, bool, bool>();
            foreach (var said in new[] { 0, 10, 40, Message.Length - Samples.StreamedRequest.Length, Message.Length - 1, Message.Length })
            {
                points.Add(said, true, false);
                points.Add(said, false, false);
            }

            points.Add(Message.Length, true, true);
            points.Add(Message.Length, false, true);
            return points;
        }
    }

    /// <param name="said">How many bytes of its request it sends.</param>
    /// <param name="resets">Or only closes.</param>
    /// <param name="reads">It has read the first event.</param>
    [Theory]
    [MemberData(nameof(Points))]
    public async Task Its_place_is_free_again(int said, bool resets, bool reads)
    {
        using var upstream = new WaitingUpstream();
        // One place: it is taken until the proxy has noticed.
        var options = RunningProxy.OptionsFor(upstream.BaseUrl) with { MaxRequests = 1 };
        await using var proxy = await RunningProxy.Start(options);
        using (var client = await RawClient.Connect(proxy.Url))
        {
            await client.Say(Message[..said]);
            if (reads)
                await client.Read(until: "content_block_delta");
            if (resets)
                client.Reset();
        }

        upstream.Release();
        for (var clock = System.Diagnostics.Stopwatch.StartNew(); ; await Task.Delay(20))
        {
            using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);
            if (answer.IsSuccessStatusCode)
            {
                Assert.Equal("message_stop", (await (await SentEvents.Of(answer)).RestOfNames())[^1]);
                break;
            }

            Assert.True((int)answer.StatusCode == 529 && clock.Elapsed < TimeSpan.FromSeconds(30), $"{answer}");
        }

        Assert.DoesNotContain("unexpected", proxy.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_has_said_all_may_still_listen()
    {
        await using var upstream = await TestUpstream.Streaming(Samples.FirstChunk, Samples.SecondChunk, Samples.LastChunks);
        await using var proxy = await RunningProxy.Before(upstream);
        using var client = await RawClient.Connect(proxy.Url);

        await client.Say(Message);
        client.EndSaying();
        var answer = await client.Read();

        Assert.True(answer.Length == 0 || answer.Contains("message_stop", StringComparison.Ordinal), answer);
        Assert.DoesNotContain("unexpected", proxy.Log, StringComparison.Ordinal);
    }
}
