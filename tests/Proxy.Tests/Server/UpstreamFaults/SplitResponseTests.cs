namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>Responses that are right and come in two parts: where they are split makes no difference.</summary>
public sealed class SplitResponseTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_response_may_be_split_at_every_byte(bool streamed)
    {
        var split = 1;
        var length = 0;
        using var upstream = new FaultyUpstream(async scene =>
        {
            var response = "HTTP/1.1 103 x\r\n\r\n" + scene.Chunked.Replace("chunked", "chunked\r\nX-Folded: a\r\n b", StringComparison.Ordinal)
                + $"{scene.FirstPart.Length:x};a=b\r\n{scene.FirstPart}\r\n" + Scene.Chunk(scene.SecondPart) + "0\r\nX-Trailer: x\r\n\r\n";
            length = response.Length;
            await scene.Says(response[..split]);
            await Task.Delay(1);
            await scene.SaysMore(response[split..]);
        }, streamed);
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl));

        do
        {
            var seen = await Seen.Ask(proxy, streamed ? Samples.StreamedRequest : Samples.Request, () => { }).WaitAsync(Patience);
            Assert.True(seen == new Seen(200, null, Scene.Text, true), $"split at {split}: {seen}");
        }
        while (++split < length);

        // A stream is over for the client before its connection is free.
        if (!streamed)
            Assert.Equal(1, upstream.Connections);
    }
}
