using System.Text.Json.Nodes;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.Providers;

namespace Proxy.Tests.Server.Endpoints;

/// <summary>OpenAI finds a cached prompt by a key that is the same for a whole conversation.</summary>
public sealed class SessionIdTests
{
    private const string Json = """{\"device_id\":\"d\",\"account_uuid\":\"\",\"session_id\":\"s1\"}""";

    [Theory]
    [InlineData("s1", "", "")]
    [InlineData("", "", Json)]
    [InlineData("", "", "user_d_account__session_s1")]
    [InlineData("s1", "", "anyone")]
    [InlineData("s1", "", """{\"session_id\":\"s2\"}""")]
    public async Task A_conversation_has_one_key(string header, string agent, string userId) =>
        Assert.Equal(await Key("s1", "", "x"), await Key(header, agent, userId));

    [Theory]
    [InlineData("s2", "", "")]
    [InlineData("s1", "agent", "")]
    [InlineData("", "", """{\"session_id\":\"s2\"}""")]
    public async Task Another_conversation_and_an_agent_within_it_have_another(string header, string agent, string userId)
    {
        var key = await Key(header, agent, userId);

        Assert.Matches("^[0-9a-f]{32}$", key);
        Assert.NotEqual(await Key("s1", "", ""), key);
    }

    [Theory]
    [InlineData("anyone")]
    [InlineData("{")]
    [InlineData("""{\"session_id\":null}""")]
    public async Task Without_a_name_there_is_no_key(string userId) => Assert.Null(await Key("", "", userId));

    private static async Task<string?> Key(string session, string agent, string userId)
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl) with
        {
            Upstream = new UpstreamOptions { BaseUrl = upstream.BaseUrl, Provider = Provider.OpenAI },
            Models = new ModelOptions("gpt-4.1", null, null),
        });
        var request = Samples.Request.Replace(
            "\"max_tokens\"", $"\"metadata\":{{\"user_id\":\"{userId}\"}},\"max_tokens\"", StringComparison.Ordinal);

        using var response = await proxy.Post("/v1/messages", request, ("x-claude-code-session-id", session), ("x-claude-code-agent-id", agent));

        return (string?)JsonNode.Parse(Assert.Single(upstream.Received).Body)!["prompt_cache_key"];
    }
}
