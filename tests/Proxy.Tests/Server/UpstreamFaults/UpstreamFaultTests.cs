using System.Net;

namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>
/// Whatever an upstream sends, the client gets a whole answer or a clear error, in time; and the proxy is none the worse for it.
/// </summary>
public sealed class UpstreamFaultTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, Fault> Faults =
        new IEnumerable<Fault>[]
        {
            ConnectionFaults.All, LengthFaults.All, ChunkFaults.All, TransferFaults.All, HeaderFaults.All, StatusLineFaults.All, StatusFaults.All,
            InterimFaults.All, LeftoverFaults.All, EventFaults.All, ContentFaults.All,
        }.SelectMany(faults => faults).ToDictionary(fault => fault.Name);

    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var fault in Faults.Values)
            {
                foreach (var isStream in fault.Streamed)
                    cases.Add(fault.Name, isStream);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_upstreams_fault_is_told_and_over_with_the_request(string name, bool streamed)
    {
        var fault = Faults[name];
        using var upstream = new FaultyUpstream(fault.Play, streamed);
        var clock = fault.IsSilent ? new ManualClock() : null;
        var options = RunningProxy.OptionsFor(upstream.BaseUrl);
        await using var proxy = await RunningProxy.Start(options with { PingInterval = TimeSpan.FromHours(1) }, clock: clock);

        var asking = Seen.Ask(proxy, streamed ? Samples.StreamedRequest : Samples.Request, upstream.ClientHasRead);
        while (clock is not null && !asking.IsCompleted)
        {
            await Task.WhenAny(asking, Task.Delay(30));
            clock.Advance(options.IdleTimeout / 4);
        }

        var expected = streamed ? fault.OfStream ?? fault.Outcome : fault.Outcome;
        expected.Check(await asking.WaitAsync(Patience));
        upstream.Recover();
        await IsServed(proxy);
        if (fault.Connection == ConnectionFate.Ended)
        {
            Assert.Equal(0, upstream.Reused);
            await upstream.FaultyConnectionsAreLeft().WaitAsync(Patience);
        }

        if (fault.Connection == ConnectionFate.Kept)
            Assert.Equal(1, upstream.Reused);
        Assert.DoesNotContain("unexpected", proxy.Log, StringComparison.Ordinal);
        Assert.All(upstream.Heads, head => Assert.StartsWith("POST /v1/chat/completions HTTP/1.1\r\n", head, StringComparison.Ordinal));
    }

    private static async Task IsServed(RunningProxy proxy)
    {
        using var answer = await proxy.Post("/v1/messages", Samples.Request).WaitAsync(Patience);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"\"{FaultyUpstream.NextText}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
