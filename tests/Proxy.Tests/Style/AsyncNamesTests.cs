using ClaudeCodeProxy.Server;
using Tests.Shared.Style;

namespace Proxy.Tests.Style;

public class AsyncNamesTests
{
    [Fact]
    public void Methods_that_return_a_task_end_in_Async() => Assert.Empty(AsyncNames.Violations(typeof(ProxyServer).Assembly));
}
