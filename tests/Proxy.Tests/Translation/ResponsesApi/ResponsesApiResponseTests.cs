using ClaudeCodeProxy.Anthropic.Errors;
using static Proxy.Tests.Translation.ResponsesApi.ResponsesExample;

namespace Proxy.Tests.Translation.ResponsesApi;

public sealed class ResponsesApiResponseTests
{
    [Theory]
    [InlineData("""{"type":"message","id":"m","content":[{"type":"output_text","text":"a"},{"type":"output_text","text":"b"}]}""",
        """{"type":"text","text":"ab"}""", "end_turn")]
    [InlineData("""{"type":"message","id":"m","content":[{"type":"refusal","refusal":"no"}]}""", """{"type":"text","text":"no"}""", "refusal")]
    [InlineData(
        """{"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"a"},{"type":"summary_text","text":"b"}],"encrypted_content":"zz"}""", """{"type":"thinking","thinking":"a\n\nb","signature":"claude-code-proxy:reasoning:gpt-5.4:rs_1:zz"}""", "end_turn")]
    [InlineData("""{"type":"reasoning","id":"rs_1","summary":[],"content":[{"type":"reasoning_text","text":"a"}]}""",
        """{"type":"thinking","thinking":"a","signature":""}""", "end_turn")]
    [InlineData("""{"type":"function_call","id":"fc_1","call_id":"call_1","name":"Read","arguments":" {\"z\": 1}"}""",
        """{"type":"tool_use","id":"toolu_call_1_ccptest0","name":"Read","caller":{"type":"direct"},"input":{"z": 1}}""", "tool_use")]
    [InlineData(
        """{"type":"message","id":"m","content":[{"type":"output_text","text":"a","annotations":[{"type":"url_citation","url":"https://a/","title":"A"},{"type":"url_citation","url":"https://b/"},{"type":"file_citation","file_id":"f"}]}]}""",
        """{"type":"text","text":"a","citations":[{"type":"web_search_result_location","cited_text":"","encrypted_index":"","title":"A","url":"https://a/"},{"type":"web_search_result_location","cited_text":"","encrypted_index":"","title":"https://b/","url":"https://b/"}]}""", "end_turn")]
    [InlineData("""{"type":"web_search_call","id":"ws_1","status":"failed","action":{"type":"search","query":"q"}}""",
        """{"type":"server_tool_use","id":"srvtoolu_ws_1","name":"web_search","caller":{"type":"direct"},"input":{"query":"q"}},{"type":"web_search_tool_result","tool_use_id":"srvtoolu_ws_1","caller":{"type":"direct"},"content":{"type":"web_search_tool_result_error","error_code":"unavailable"}}""", "end_turn")]
    public void Items_become_blocks(string item, string blocks, string stopReason)
    {
        var answer = Answer($$"""{"object":"response","status":"completed","error":null,"incomplete_details":null,"output":[{{item}}]}""");
        Assert.Contains($"\"content\":[{blocks}],\"stop_reason\":\"{stopReason}\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_that_was_cut_is_left_out()
    {
        var answer =
            Answer("""{"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"},"output":[{"type":"message","content":[{"type":"output_text","text":"I will"}]},{"type":"function_call","id":"fc_1","call_id":"c","name":"Read","arguments":"{\"a\":"}]}""");
        Assert.Contains("""[{"type":"text","text":"I will"}],"stop_reason":"max_tokens",""", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"status":"failed","error":{"code":"server_error","message":"x"},"output":[]}""", 502, "failed")]
    [InlineData("""{"status":"failed","output":[]}""", 502, "failed")]
    [InlineData("""{"error":{"message":"x","code":"context_length_exceeded"}}""", 400, "prompt is too long")]
    [InlineData("{}", 502, "no output")]
    [InlineData("not json", 502, "not one of its API")]
    [InlineData("""{"output":[]} x""", 502, "not one of its API")]
    [InlineData("""{"status":"completed","output":[{"type":"function_call","call_id":"c","name":"Read","arguments":"{"}]}""", 502, "unfinished")]
    public void What_is_no_answer_is_an_error(string answer, int status, string message)
    {
        var refused = Assert.Throws<ApiErrorException>(() => Answer(answer)).Error;
        Assert.Equal(status, refused.Status);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }
}
