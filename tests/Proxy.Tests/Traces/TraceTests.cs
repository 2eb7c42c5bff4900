using System.Text;
using Proxy.Tests.Anthropic.Responses;

namespace Proxy.Tests.Traces;

/// <summary>Every folder beside this file is one exchange; see <see cref="Trace"/>.</summary>
public sealed class TraceTests
{
    public static TheoryData<string> All => [.. Trace.Names];

    public static TheoryData<string> Streams => [.. Trace.Names.Where(name => Trace.Named(name).UpstreamStream is not null)];

    [Fact]
    public void There_is_one_for_each_trap() => Assert.True(Trace.Names.Count() >= 80);

    [Theory]
    [MemberData(nameof(All))]
    public void The_upstream_is_asked_byte_for_byte(string name)
    {
        var trace = Trace.Named(name);
        Assert.Equal(trace.ExpectedUpstream, trace.Upstream());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_client_is_answered_byte_for_byte(string name)
    {
        var trace = Trace.Named(name);
        Assert.Equal(trace.Expected, trace.Answer());
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void A_stream_is_well_formed_and_the_same_wherever_it_is_split(string name)
    {
        var trace = Trace.Named(name);
        // One that fails at once is told by status.
        if (!trace.Expected.StartsWith('{'))
            StreamedResponse.Read(Encoding.UTF8.GetBytes(trace.Expected));
        for (var split = 1; split < trace.UpstreamStream!.Length; split++)
            Assert.Equal(trace.Expected, trace.Answer(split));
    }
}
