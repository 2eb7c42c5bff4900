using ClaudeCodeProxy.Server.Exchanges;

namespace Proxy.Tests.Server.Exchanges;

public sealed class IdSourceTests
{
    [Fact]
    public void Ids_say_what_they_name_and_differ()
    {
        var ids = new IdSource(new Random(1));

        Assert.All(Enumerable.Range(0, 100), _ => Assert.Matches("^req_[A-Za-z0-9]{24}$", ids.NewRequestId()));
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => ids.NewMessageId()).Distinct().Count());
        Assert.StartsWith("msg_", ids.NewMessageId(), StringComparison.Ordinal);
    }
}
