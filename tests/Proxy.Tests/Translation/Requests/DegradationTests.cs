using System.Text;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Models;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Requests;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation.Requests;

public sealed class DegradationTests
{
    private static readonly Route Local = new(Provider.Ollama, "m", "m") { Traits = new ModelTraits { MaxOutputTokens = 50 } };

    [Theory]
    [InlineData("\"stop_sequences\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"]", "stop_sequences=2")]
    [InlineData("\"stop_sequences\":[\"a\",\"b\",\"c\",\"d\"],\"temperature\":0.5,\"top_p\":0.5", "")]
    [InlineData("\"top_k\":5,\"mcp_servers\":[],\"container\":null", "top_k, mcp_servers")]
    [InlineData("\"tools\":[{\"type\":\"web_search_20250305\",\"name\":\"web_search\"},{\"name\":\"Read\",\"input_schema\":{}}]", "tool:web_search")]
    [InlineData("\"cache_control\":{},\"metadata\":{\"user_id\":\"u\"},\"service_tier\":\"auto\",\"context_management\":{\"edits\":[]}", "")]
    [InlineData("\"output_config\":{\"task_budget\":{\"type\":\"tokens\",\"total\":9}}", "task_budget")]
    [InlineData("\"a b\\r\\nx-evil: 1, c\":1", "a?b??x-evil:?1??c")]
    public void What_no_upstream_takes_is_told(string options, string expected) => Assert.Equal(expected, Lost(OpenAI, options).ToString());

    [Theory]
    [InlineData("\"stop_sequences\":[\"a\",\"b\"],\"temperature\":0.5,\"top_p\":0.5", "temperature, top_p, stop_sequences=2")]
    [InlineData("\"temperature\":1,\"top_p\":1,\"thinking\":{\"type\":\"adaptive\"},\"output_config\":{\"effort\":\"high\"}", "")]
    public void What_a_reasoning_model_refuses_is_told(string options, string expected) => Assert.Equal(expected, Lost(Thinker, options).ToString());

    [Theory]
    [InlineData("{\"type\":\"document\",\"source\":{\"type\":\"base64\",\"media_type\":\"application/pdf\",\"data\":\"AA==\"}}",
        "max_tokens, document")]
    [InlineData("{\"type\":\"document\",\"source\":{\"type\":\"url\",\"url\":\"https://x.example/a.pdf\"}}", "max_tokens, document")]
    [InlineData("{\"type\":\"document\",\"source\":{\"type\":\"text\",\"media_type\":\"text/plain\",\"data\":\"hello\"}}", "max_tokens")]
    [InlineData(
        "{\"type\":\"image\",\"source\":{\"type\":\"file\",\"file_id\":\"f\"}},{\"type\":\"document\",\"source\":{\"type\":\"file\",\"file_id\":\"f\"}}", "max_tokens, file=2")]
    [InlineData("{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":[{\"type\":\"newest\"}]},{\"type\":\"newest\"}",
        "max_tokens, block:newest=2")]
    [InlineData("{\"type\":\"thinking\",\"thinking\":\"hm\"},{\"type\":\"redacted_thinking\",\"data\":\"x\"}", "max_tokens")]
    [InlineData(
        "{\"type\":\"document\",\"source\":{\"type\":\"text\",\"media_type\":\"text/plain\",\"data\":\"a\"},\"citations\":{\"enabled\":true}}",
        "max_tokens, citations")]
    [InlineData("{\"type\":\"search_result\",\"title\":\"a\",\"source\":\"b\",\"content\":[],\"citations\":{\"enabled\":true}}",
        "max_tokens, citations")]
    [InlineData(
        "{\"type\":\"document\",\"source\":{\"type\":\"text\",\"media_type\":\"text/plain\",\"data\":\"a\"},\"citations\":{\"enabled\":false}}",
        "max_tokens")]
    [InlineData("{\"type\":\"tool_addition\",\"tool\":{\"type\":\"mcp_tool_reference\",\"name\":\"a\",\"server_name\":\"b\"}}",
        "max_tokens, block:tool_addition")]
    public void Content_that_stays_behind_is_counted(string blocks, string expected) =>
        Assert.Equal(expected,
            Lost(Local, "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"x\"}," + blocks + "]}]").ToString());

    [Fact]
    public void A_clamp_to_what_the_model_can_give_is_told_and_no_loss()
    {
        Assert.Equal(("max_tokens", false), (Lost(Local, "\"stream\":true").ToString(), Lost(Local, "\"stream\":true").IsLossy));
        Assert.True(Lost(Local, "\"top_k\":1").IsLossy);
    }

    [Fact]
    public void The_list_is_not_endless()
    {
        var options = string.Join(',', Enumerable.Range(0, 500).Select(number => $"\"option-{number}-{new string('x', 100)}\":1"));

        Assert.InRange(Lost(OpenAI, options).ToString().Length, 100, 1000);
    }

    [Fact]
    public void Claude_Codes_everyday_request_loses_nothing()
    {
        var request =
            MessagesRequest.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Traces", "claude-code-first-turn", "request.json")));

        Assert.All([OpenAI, Thinker, Ollama], route => Assert.False(Checked.Lost(request, route).IsLossy));
    }

    private static Degradation Lost(Route route, string options)
    {
        var messages = options.Contains("\"messages\"", StringComparison.Ordinal) ? "" : "\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],";
        return Checked.Lost(MessagesRequest.Parse(Encoding.UTF8.GetBytes($$"""{"model":"m","max_tokens":100,{{messages}}{{options}}}""")), route);
    }
}
