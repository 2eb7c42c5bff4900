using System.Text;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Models;
using ClaudeCodeProxy.Routing;

namespace Proxy.Tests.Translation.ResponsesApi;

public sealed class ResponsesRequestTests
{
    private const string Search = """{"type":"web_search_20250305","name":"web_search","blocked_domains":["example.com"]}""";
    private static readonly Route Thinker = ResponsesExample.Route;
    private static readonly Route Limited = Thinker with { Traits = Thinker.Traits.With(new ModelTraits { MaxOutputTokens = 8000 }) };
    private static readonly Route Talker = new(Provider.OpenAI, "claude-opus-4-8", "gpt-4.1") { Api = Api.Responses };

    [Theory]
    [InlineData("\"temperature\":0.2,\"top_p\":0.9", "temperature, top_p")]
    [InlineData("\"temperature\":1,\"stop_sequences\":[\"a\",\"b\"]", "stop_sequences=2")]
    [InlineData("\"tools\":[" + Search + "]", "blocked_domains")]
    public void What_the_api_has_no_word_for_is_left_out_and_told(string option, string lost)
    {
        Assert.DoesNotContain("0.", Body(option, Thinker), StringComparison.Ordinal);
        Assert.DoesNotContain("\"stop\"", Body(option, Thinker), StringComparison.Ordinal);
        Assert.Equal(lost, Checked.Lost(Request(option), Thinker).ToString());
    }

    [Fact]
    public void Models_that_do_not_think_get_sampling_and_are_asked_for_no_thoughts()
    {
        var body = Body("\"temperature\":0.2,\"top_p\":0.9,\"thinking\":{\"type\":\"adaptive\"}", Talker);
        Assert.Contains("\"temperature\":0.2,\"top_p\":0.9", body, StringComparison.Ordinal);
        Assert.DoesNotContain("reasoning", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"thinking\":{\"type\":\"adaptive\"}", "\"reasoning\":{\"effort\":\"medium\",\"summary\":\"auto\"}")]
    [InlineData("\"output_config\":{\"effort\":\"max\"}", "\"reasoning\":{\"effort\":\"xhigh\",\"summary\":\"auto\"}")]
    [InlineData("\"thinking\":{\"type\":\"disabled\"}", "\"reasoning\":{\"effort\":\"none\"},")]
    public void Thinking_is_asked_for_with_a_summary(string option, string expected)
    {
        Assert.Contains(expected, Body(option, Thinker), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "reasoning",
            Body(option, Thinker with { Traits = Thinker.Traits.With(new ModelTraits { Refuses = RequestOption.Reasoning }) }),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 16)]
    [InlineData(100, 100)]
    [InlineData(64000, 8000)]
    public void Tokens_are_within_what_api_and_model_take(int asked, int sent) =>
        Assert.Contains($"\"max_output_tokens\":{sent},", Body("\"max_tokens\":" + asked, Limited),
            StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_stored_and_sealed_thoughts_are_asked_for()
    {
        Assert.EndsWith("\"store\":false,\"include\":[\"reasoning.encrypted_content\"],\"stream\":true}", Body("\"stream\":true", Thinker),
            StringComparison.Ordinal);
        Assert.EndsWith("\"store\":false}", Body("\"stream\":false", Talker), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auto", "\"auto\"")]
    [InlineData("any", "\"required\"")]
    [InlineData("none", "\"none\"")]
    [InlineData("tool\",\"name\":\"Read", "{\"type\":\"function\",\"name\":\"Read\"}")]
    public void A_choice_of_tools_keeps_its_form(string choice, string expected) =>
        Assert.Contains(
            $"\"tool_choice\":{expected},\"max",
            Body("\"tools\":[{\"name\":\"Read\",\"input_schema\":{\"type\":\"object\"}}],\"tool_choice\":{\"type\":\"" + choice + "\"}", Thinker),
            StringComparison.Ordinal);

    [Fact]
    public void A_choice_of_a_tool_that_is_not_on_offer_is_left_out()
    {
        Assert.DoesNotContain("tool_choice",
            Body("\"tools\":[{\"name\":\"Read\",\"input_schema\":{\"type\":\"object\"}}],\"tool_choice\":{\"type\":\"tool\",\"name\":\"Write\"}",
                Thinker), StringComparison.Ordinal);
        Assert.DoesNotContain("tool_choice", Body("\"tool_choice\":{\"type\":\"any\"}", Thinker), StringComparison.Ordinal);
    }

    [Fact]
    public void The_web_is_searched_by_providers_that_can_and_never_by_a_function()
    {
        Assert.Contains("\"tools\":[{\"type\":\"web_search\"}]", Body($"\"tools\":[{Search}]", Thinker), StringComparison.Ordinal);
        Assert.DoesNotContain("tools", Body($"\"tools\":[{Search}]", Thinker with { Provider = Provider.Ollama }), StringComparison.Ordinal);
    }

    [Fact]
    public void Thoughts_that_led_to_nothing_are_left_out()
    {
        var sealedThoughts = """{"type":"thinking","thinking":"x","signature":"claude-code-proxy:reasoning:gpt-5.4:rs_1:zz"}""";
        Assert.Contains("\"type\":\"reasoning\"",
            Body(Said($$"""{"role":"assistant","content":[{{sealedThoughts}},{"type":"text","text":"y"}]}"""), Thinker), StringComparison.Ordinal);
        Assert.DoesNotContain("\"type\":\"reasoning\"",
            Body(Said($$"""{"role":"assistant","content":[{"type":"text","text":"y"},{{sealedThoughts}}]}"""), Thinker), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gpt-5.4", "claude-code-proxy:reasoning:gpt-5.4:rs_1:zz", true)]
    [InlineData("a\\\"b:7", "claude-code-proxy:reasoning:a\\\"b:7:rs_1:zz", true)]
    [InlineData("gpt-5.4", "claude-code-proxy:reasoning:gpt-5.5:rs_1:zz", false)]
    [InlineData("gpt-5.4", "claude-code-proxy:reasoning:gpt-5.4:rs_1", false)]
    [InlineData("gpt-5.4", "claude-code-proxy:reasoning:gpt-5.4::zz", true)]
    [InlineData("gpt-5.4", "EqoBCkgIARAB", false)]
    [InlineData("gpt-5.4", "", false)]
    public void Only_seals_of_the_same_model_are_given_back(string model, string signature, bool isReplayed)
    {
        var body = Body(
            Said($$"""{"role":"assistant","content":[{"type":"thinking","thinking":"x","signature":"{{signature}}"},{"type":"text","text":"y"}]}"""),
            Thinker with { UpstreamModel = model.Replace("\\", "", StringComparison.Ordinal) });
        Assert.Equal(isReplayed,
            body.Contains("""{"type":"reasoning","summary":[],"encrypted_content":"zz"},""", StringComparison.Ordinal));
    }

    private static string Said(string message) =>
        "\"messages\":[{\"role\":\"user\",\"content\":\"x\"}," + message + ",{\"role\":\"user\",\"content\":\"z\"}]";

    private static string Body(string option, Route route) => Checked.Request(Request(option), route);

    private static MessagesRequest Request(string option) =>
        MessagesRequest.Parse(
            Encoding.UTF8.GetBytes("{\"model\":\"m\",\"max_tokens\":99,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]," + option + "}"));
}
