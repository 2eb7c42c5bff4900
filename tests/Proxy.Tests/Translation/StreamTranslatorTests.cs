using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation;

public sealed class StreamTranslatorTests
{
    private const string Done = "[DONE]";

    [Fact]
    public void Text_comes_piece_by_piece_under_the_clients_model_name()
    {
        var answer = Stream(Chunk("""{"role":"assistant","content":""}"""), Chunk("""{"content":"Hel"}"""), Chunk("""{"content":"lo \"you\"\n"}"""),
            Chunk("{}", "stop"), Done);
        Assert.Equal("Hello \"you\"\n", answer.Text);
        Assert.Equal(2, Assert.Single(answer.Blocks).Deltas);
        Assert.Equal("end_turn", answer.StopReason);
        Assert.True(answer.IsComplete);
        Assert.Equal("claude-sonnet-5", answer.Message!.Value.GetProperty("model").GetString());
        Assert.Equal(1, answer.Pings);
    }

    [Fact]
    public void A_character_cut_in_two_is_put_together_and_a_half_that_stays_alone_is_marked()
    {
        var answer = Stream(Chunk("""{"content":"a\ud83d"}"""), Chunk("""{"content":"\ude00b\\\\ud83d"}"""), Chunk("""{"content":"\ud83d"}"""),
            Chunk("{}", "stop"), Done);
        Assert.Equal("a😀b\\\\ud83d\uFFFD", answer.Text);
        var call = StreamOf(
            SmallRequest, Chunk("""{"tool_calls":[{"index":0,"id":"c","function":{"name":"R","arguments":"{\"a\":\"\ud83d"}}]}"""),
            Chunk("""{"tool_calls":[{"index":0,"function":{"arguments":"\ude00\"}"}}]}"""), Chunk("{}", "stop"), Done);
        Assert.Equal("{\"a\":\"😀\"}", call.Calls.Single().Content);
        var half = StreamOf(
            SmallRequest, Chunk("""{"tool_calls":[{"index":0,"id":"c","function":{"name":"R","arguments":"{\"a\":\"\ud83d"}}]}"""),
            Chunk("""{"tool_calls":[{"index":0,"function":{"arguments":"\"}"}}]}"""), Chunk("{}", "stop"), Done);
        Assert.Equal("{\"a\":\"\uFFFD\"}", half.Calls.Single().Content);
    }

    [Fact]
    public void Escapes_of_any_kind_are_copied_as_they_are()
    {
        var answer = Stream(Chunk("""{"content":"\u00e9\ud83d\ude00\/\\ \t"}"""), Chunk("{}", "stop"), Done);
        Assert.Equal("é😀/\\ \t", answer.Text);
    }

    [Theory]
    [InlineData("""{"reasoning_content":"hm"}""")]
    [InlineData("""{"reasoning":"hm"}""")]
    [InlineData("""{"reasoning":"hm","reasoning_details":[{"type":"reasoning.text","text":"hm"}]}""")]
    [InlineData("""{"reasoning":"hm","reasoning_content":"hm"}""")]
    [InlineData("""{"reasoning":"hm","reasoning_content":""}""")]
    [InlineData("""{"reasoning":"","reasoning_details":[{"type":"reasoning.text","text":"hm"}]}""")]
    [InlineData("""{"reasoning":{"effort":"low"},"reasoning_content":"hm"}""")]
    [InlineData(
        """{"reasoning_details":[{"type":"reasoning.text","text":"h"},{"type":"reasoning.encrypted","data":"x"},{"type":"reasoning.summary","summary":"m","text":null}]}""")]
    public void Thoughts_in_every_spelling_become_a_thinking_block(string delta)
    {
        var answer = Stream(Chunk(delta), Chunk("""{"content":"yes"}"""), Chunk("{}", "stop"), Done);
        Assert.Equal([("thinking", "hm"), ("text", "yes")], answer.Blocks.Select(block => (block.Type, block.Content)));
    }

    [Theory]
    [InlineData("stop", "end_turn")]
    [InlineData("length", "max_tokens")]
    [InlineData("tool_calls", "end_turn")]
    [InlineData("content_filter", "refusal")]
    [InlineData("max_tokens", "max_tokens")]
    [InlineData("model_length", "model_context_window_exceeded")]
    [InlineData("model_context_window_exceeded", "model_context_window_exceeded")]
    [InlineData("sensitive", "refusal")]
    [InlineData("banana", "end_turn")]
    public void A_text_ends_for_the_reason_that_anthropic_would_give(string finish, string expected)
    {
        Assert.Equal(expected, Stream(Chunk("""{"content":"x"}"""), Chunk("{}", finish), Done).StopReason);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("abort")]
    [InlineData("network_error")]
    [InlineData("insufficient_system_resource")]
    public void A_failure_is_no_end(string finish)
    {
        var answer = Stream(Chunk("""{"content":"x"}"""), Chunk("{}", finish), Done);
        Assert.False(answer.IsComplete);
        Assert.Equal("api_error", answer.Error!.Value.Type);
    }

    [Fact]
    public void A_call_that_fills_the_context_stays_open()
    {
        var answer = Stream(Calls(Piece("{\"a", id: "a", name: "Read")), Chunk("{}", "model_length"), Done);
        Assert.Equal((true, "model_context_window_exceeded"), (answer.IsComplete, answer.StopReason));
        Assert.False(answer.Calls.Single().IsClosed);
    }

    [Fact]
    public void A_refusal_is_text_with_its_own_stop_reason()
    {
        var answer = Stream(Chunk("""{"refusal":"I will not."}"""), Chunk("{}", "stop"), Done);
        Assert.Equal(("I will not.", "refusal"), (answer.Text, answer.StopReason));
    }

    [Fact]
    public void A_stop_sequence_of_the_client_is_named_and_an_end_of_text_mark_is_not()
    {
        const string Request = """{"model":"m","max_tokens":9,"stop_sequences":["END"],"messages":[{"role":"user","content":"x"}]}""";
        var named = StreamOf(Request, """{"choices":[{"index":0,"delta":{"content":"x"},"finish_reason":"stop","stop_reason":"END"}]}""", Done);
        Assert.Equal(("stop_sequence", "END"), (named.StopReason, named.StopSequence));
        var mark =
            StreamOf(Request, """{"choices":[{"index":0,"delta":{"content":"x"},"finish_reason":"stop","matched_stop":"<|im_end|>"}]}""", Done);
        Assert.Equal("end_turn", mark.StopReason);
        var token = StreamOf(Request, """{"choices":[{"index":0,"delta":{"content":"x"},"finish_reason":"stop","stop_reason":128009}]}""", Done);
        Assert.Equal("end_turn", token.StopReason);
    }

    [Theory]
    [InlineData("""{"choices":[],"usage":{"prompt_tokens":100,"completion_tokens":7,"prompt_tokens_details":{"cached_tokens":60}}}""")]
    [InlineData("""{"choices":null,"usage":{"prompt_tokens":100,"completion_tokens":7,"prompt_cache_hit_tokens":60}}""")]
    [InlineData(
        """{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":100,"completion_tokens":7,"cached_tokens":60}}""")]
    [InlineData("""{"choices":[{"index":0,"delta":{},"usage":{"prompt_tokens":100,"completion_tokens":7,"cached_tokens":60}}]}""")]
    public void Usage_is_waited_for_wherever_it_comes(string last)
    {
        var usage = Stream(Chunk("""{"content":"x"}""", "stop"), last, Done).Usage!.Value;
        Assert.Equal((40, 60, 7), (usage.GetProperty("input_tokens").GetInt32(), usage.GetProperty("cache_read_input_tokens").GetInt32(),
            usage.GetProperty("output_tokens").GetInt32()));
    }

    [Fact]
    public void Usage_that_never_comes_is_estimated()
    {
        var usage = Stream(Chunk("""{"content":"about four tokens"}""", "stop"), Done).Usage!.Value;
        Assert.True(usage.GetProperty("input_tokens").GetInt32() > 0);
        Assert.InRange(usage.GetProperty("output_tokens").GetInt32(), 3, 6);
    }

    [Fact]
    public void A_stream_that_ends_after_its_finish_reason_is_complete_without_a_mark()
    {
        Assert.True(Stream(Chunk("""{"content":"whole"}""", "stop")).IsComplete);
    }

    [Fact]
    public void Null_choices_and_a_second_choice_are_passed_over()
    {
        var answer = Stream(
            """{"choices":[null]}""", """{"choices":[{"index":1,"delta":{"content":"other"}}]}""",
            """{"choices":[{"delta":{"content":"o"},"index":1},{"delta":{"content":"mine"},"index":0}]}""", Chunk("{}", "stop"), Done);
        Assert.Equal("mine", answer.Text);
    }

    [Fact]
    public void A_done_mark_inside_a_text_is_text()
    {
        Assert.Equal("say [DONE] now", Stream(Chunk("""{"content":"say [DONE] now"}"""), Chunk("{}", "stop"), Done).Text);
    }

    [Fact]
    public void Content_in_parts_is_read()
    {
        var answer = Stream(
            Chunk("""{"content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]}]}"""),
            Chunk("""{"content":[{"type":"text","text":"o"},{"type":"text","text":"k"}]}""", "stop"), Done);
        Assert.Equal(("hm", "ok"), (answer.Thinking, answer.Text));
    }

    [Fact]
    public void A_whole_answer_becomes_a_whole_stream()
    {
        using var stream = new CheckedStream(Context());
        stream.TakeWhole(
            """{"choices":[{"message":{"content":"x","tool_calls":[{"id":"a","function":{"name":"Read","arguments":"{}"}}]},"finish_reason":"tool_calls"}]}""");
        var answer = stream.Answer;
        Assert.True(answer.IsComplete);
        Assert.Equal(("x", "Read", "tool_use"), (answer.Text, answer.Calls.Single().Name, answer.StopReason));
    }

    [Fact]
    public void Pings_may_come_at_any_time()
    {
        using var stream = new CheckedStream(Context());
        stream.Ping();
        stream.Next(Chunk("""{"content":"x"}""", "stop"));
        stream.Ping();
        stream.Finish();
        Assert.Equal(3, stream.Answer.Pings);
    }
}
