using ClaudeCodeProxy.Routing;
using Proxy.Tests.Configuration;

namespace Proxy.Tests.Routing;

public sealed class FallbackRouteTests
{
    [Theory]
    [InlineData("claude-sonnet-5", "a work/b c")]
    [InlineData("claude-opus-4-8", "o")]
    [InlineData("mapped", "x work/y")]
    [InlineData("start-z", "new-z old-z")]
    [InlineData("a,b", "a,b")]
    [InlineData("work/a|b", "work/a|b")]
    public void Models_of_a_list_follow_each_other(string model, string routes) => Assert.Equal(routes, Chain(Router().Find(model)));

    [Fact]
    public void The_judge_has_the_fallbacks_of_every_name_that_is_listed() =>
        Assert.Equal("o a work/b c", Chain(Router(("PROXY_SAFEGUARDS_MODEL", "claude-opus-4-8, claude-sonnet-5")).FindJudge()));

    private static ModelRouter Router(params (string, string)[] more) => new(Configured.WithKey([
        ("PROXY_PROVIDERS", "work"), ("PROXY_WORK_BASE_URL", "https://work.example"), ("PROXY_WORK_API_KEY", "k"),
        ("ANTHROPIC_DEFAULT_SONNET_MODEL", "a, work/b,,c"), ("ANTHROPIC_DEFAULT_OPUS_MODEL", "o"),
        ("PROXY_MODEL_MAP", "mapped=x|work/y,start-*=new-*|old-*"), .. more,
    ]));

    private static string Chain(Route? route) => route is null ? "" : $"{route.FullName} {Chain(route.Fallback)}".TrimEnd();
}
