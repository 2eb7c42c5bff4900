using System.Text.Json;
using ClaudeCodeProxy.Anthropic.Errors;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation;

public sealed class ResponseTranslatorTests
{
    private const string Usage =
        "\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":7,\"prompt_tokens_details\":{\"cached_tokens\":60},\"completion_tokens_details\":{\"reasoning_tokens\":3}}";

    [Fact]
    public void A_text_answer_is_a_whole_message()
    {
        Assert.Equal(
            """{"id":"msg_test","type":"message","role":"assistant","model":"claude-sonnet-5","content":[{"type":"text","text":"a\"\u00e9"}],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":40,"cache_creation_input_tokens":0,"cache_read_input_tokens":60,"output_tokens":7,"output_tokens_details":{"thinking_tokens":3}}}""",
            Answer("{" + Usage +
                ""","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"a\"\u00e9","refusal":null}}],"model":"gpt"}"""));
    }

    [Fact]
    public void A_tools_input_is_an_object_with_the_bytes_that_the_model_wrote()
    {
        var answer =
            Answer("""{"choices":[{"finish_reason":"tool_calls","message":{"content":null,"tool_calls":[{"id":"a","type":"function","function":{"name":"Read","arguments":" {\"z\": 1, \"a\": \"\\u00e9\\n\"}\n"}},{"id":"","function":{"name":"Bash","arguments":""}}]}}]}""");
        Assert.Contains("""
            "content":[{"type":"tool_use","id":"toolu_a_ccptest0","name":"Read","caller":{"type":"direct"},"input":{"z": 1, "a": "\u00e9\n"}},{"type":"tool_use","id":"toolu_test_1","name":"Bash","caller":{"type":"direct"},"input":{}}],"stop_reason":"tool_use"
            """, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"content":"x","reasoning_content":"hm"}""",
        """[{"type":"thinking","thinking":"hm","signature":""},{"type":"text","text":"x"}]""")]
    [InlineData("""{"content":"x","reasoning":"hm","reasoning_details":[{"text":"hm"}]}""",
        """[{"type":"thinking","thinking":"hm","signature":""},{"type":"text","text":"x"}]""")]
    [InlineData("""{"content":"x","reasoning_details":[{"type":"reasoning.summary","summary":"hm"},{"type":"reasoning.encrypted","data":"z"}]}""",
        """[{"type":"thinking","thinking":"hm","signature":""},{"type":"text","text":"x"}]""")]
    [InlineData("""{"content":""}""", "[]")]
    [InlineData(
        """{"content":[{"type":"thinking","thinking":[{"type":"text","text":"h"},{"type":"text","text":"m"}]},{"type":"text","text":"x"},{"type":"reference","reference_ids":[1]}]}""", """[{"type":"thinking","thinking":"hm","signature":""},{"type":"text","text":"x"}]""")]
    [InlineData("""{"content":[{"type":"thinking","thinking":"hm"},{"type":"refusal","refusal":"no"}]}""",
        """[{"type":"thinking","thinking":"hm","signature":""},{"type":"text","text":"no"}]""")]
    [InlineData("""{"content":null,"refusal":"no"}""", """[{"type":"text","text":"no"}]""")]
    [InlineData("""{"function_call":{"name":"Read","arguments":"{}"}}""",
        """[{"type":"tool_use","id":"toolu_test_0","name":"Read","caller":{"type":"direct"},"input":{}}]""")]
    [InlineData("""{"tool_calls":[{"id":"a","function":{"name":"Read","arguments":{"x": 1}}}]}""",
        """[{"type":"tool_use","id":"toolu_a_ccptest0","name":"Read","caller":{"type":"direct"},"input":{"x": 1}}]""")]
    public void Messages_become_blocks(string message, string content)
    {
        Assert.Contains($"\"content\":{content},\"stop_reason\"", Answer($$"""{"choices":[{"finish_reason":"stop","message":{{message}}}]}"""),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_cut_by_the_token_limit_is_left_out()
    {
        var answer =
            Answer("""{"choices":[{"finish_reason":"length","message":{"content":"I will","tool_calls":[{"id":"a","function":{"name":"Read","arguments":"{"}}]}}]}""");
        Assert.Contains("""[{"type":"text","text":"I will"}],"stop_reason":"max_tokens" """.Trim(), answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_entry_of_a_whole_answer_is_a_call_whatever_its_id()
    {
        var answer =
            Answer("""{"choices":[{"finish_reason":"stop","message":{"tool_calls":[{"id":"a","index":0,"function":{"name":"Read","arguments":""}},{"id":"a","index":0,"function":{"name":"Read","arguments":""}}]}}]}""");
        Assert.Equal(2, answer.Split("\"tool_use\",\"id\"").Length - 1);
    }

    [Fact]
    public void A_stream_that_nobody_asked_for_becomes_one_message()
    {
        var answer = Answer($"event: x\ndata: {Chunk("""{"content":"a"}""")}\n\ndata: {Chunk("""{"content":"b"}""", "stop")}\n\ndata: [DONE]\n\n");
        Assert.Contains("""[{"type":"text","text":"ab"}],"stop_reason":"end_turn",""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_that_nobody_asked_for_and_that_is_cut_is_an_error()
    {
        var refused = Assert.Throws<ApiErrorException>(() => Answer($": hello\n\ndata: {Chunk("""{"content":"a"}""")}\n\n")).Error;
        Assert.Contains("ended before", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_stop_sequence_is_named_when_the_upstream_names_it()
    {
        var request = SmallRequest.Replace("\"max_tokens\"", "\"stop_sequences\":[\"a\\nb\"],\"max_tokens\"", StringComparison.Ordinal);
        var answer = Answer("""{"choices":[{"finish_reason":"stop","stop_reason":"a\nb","message":{"content":"x"}}]}""", request);
        Assert.Contains("""
            "stop_reason":"stop_sequence","stop_sequence":"a\nb"
            """, answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Usage_that_is_missing_or_nonsense_does_not_lose_the_answer()
    {
        foreach (var usage in new[] { "null", """{"prompt_tokens":null,"completion_tokens":"many","prompt_tokens_details":null}""" })
        {
            var answer =
                JsonDocument.Parse(Answer($$$"""{"choices":[{"finish_reason":"stop","message":{"content":"x"}}],"usage":{{{usage}}}}""")).RootElement;
            Assert.True(answer.GetProperty("usage").GetProperty("output_tokens").GetInt32() >= 0);
        }
    }

    [Theory]
    [InlineData("""{"error":{"message":"x","code":"context_length_exceeded"}}""", "invalid_request_error", "prompt is too long")]
    [InlineData("""{"choices":[]}""", "api_error", "no choice")]
    [InlineData("""{}""", "api_error", "no choice")]
    [InlineData("not json", "api_error", "not one of its API")]
    [InlineData("", "api_error", "not one of its API")]
    [InlineData("""{"choices":[{"message":{"content":7}}]}""", "api_error", "choices.0.message.content expected a string")]
    [InlineData("""{"choices":[{"finish_reason":"error","message":{"content":"x"}}]}""", "api_error", "failed")]
    [InlineData("""{"choices":[{"finish_reason":"stop","message":{"tool_calls":[{"id":"a","function":{"name":"Read","arguments":"{"}}]}}]}""",
        "api_error", "unfinished")]
    [InlineData("""{"choices":[{"finish_reason":"stop","message":{"tool_calls":[{"id":"a","function":{"arguments":"{}"}}]}}]}""", "api_error",
        "without a name")]
    [InlineData("""{"choices":[{"finish_reason":"stop","message":{"tool_calls":[{"id":"a","function":{"name":"Read","arguments":"[]"}}]}}]}""",
        "api_error", "JSON object")]
    public void What_is_no_answer_is_an_error(string answer, string type, string message)
    {
        var refused = Assert.Throws<ApiErrorException>(() => Answer(answer)).Error;
        Assert.Equal(type, refused.Type);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }
}
