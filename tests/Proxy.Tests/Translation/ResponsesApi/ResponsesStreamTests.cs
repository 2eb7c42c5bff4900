using static Proxy.Tests.Translation.ResponsesApi.ResponsesExample;

namespace Proxy.Tests.Translation.ResponsesApi;

public sealed class ResponsesStreamTests
{
    private const string Thoughts = """{"type":"reasoning","id":"rs_1","summary":[]}""";
    private const string SealedThoughts =
        """{"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"hm"}],"encrypted_content":"gAAA=="}""";
    private const string Seal = "claude-code-proxy:reasoning:gpt-5.4:rs_1:gAAA==";

    [Fact]
    public void Text_and_usage_arrive_and_nothing_is_said_before_the_answer_begins()
    {
        using var stream = Read("""{"type":"response.created","response":{"status":"in_progress"}}""",
            """{"type":"error","code":"rate_limit_exceeded","message":"slow down","param":null}""");
        Assert.Equal(429, stream.EarlyFailure!.Status);

        var answer = Stream(Delta("output_text", "he"), Delta("output_text", "llo"), Completed);
        Assert.Equal(("hello", "end_turn"), (answer.Text, answer.StopReason));
        var usage = answer.Usage!.Value;
        Assert.Equal((40, 60, 7, 3), (usage.GetProperty("input_tokens").GetInt32(), usage.GetProperty("cache_read_input_tokens").GetInt32(),
            usage.GetProperty("output_tokens").GetInt32(), usage.GetProperty("output_tokens_details").GetProperty("thinking_tokens").GetInt32()));
    }

    [Theory]
    [InlineData("reasoning_text")]
    [InlineData("reasoning_summary_text")]
    public void Thoughts_are_thinking(string kind)
    {
        var answer = Stream(Added(Thoughts), Delta(kind, "hm"), Finished(SealedThoughts), Delta("output_text", "x"), Completed);
        Assert.Equal(("hm", "x", Seal), (answer.Thinking, answer.Text, answer.Blocks[0].Signature));
    }

    [Fact]
    public void Thoughts_without_words_still_bear_their_seal()
    {
        var answer = Stream(Added(Thoughts), Finished(
            SealedThoughts.Replace("""{"type":"summary_text","text":"hm"}""", "", StringComparison.Ordinal)), Delta("output_text", "x"), Completed);
        Assert.Equal(("thinking", "", Seal), (answer.Blocks[0].Type, answer.Blocks[0].Content, answer.Blocks[0].Signature));
    }

    [Fact]
    public void Each_item_of_thoughts_is_a_block_with_its_own_seal()
    {
        var answer = Stream(
            Added(Thoughts), Delta("reasoning_text", "one"), Finished(SealedThoughts), Added(Thoughts, 1), Delta("reasoning_text", "two", index: 1),
            Finished(SealedThoughts.Replace("rs_1", "rs_2", StringComparison.Ordinal), 1), Delta("output_text", "x"), Completed);
        Assert.Equal(["one", "two", "x"], answer.Blocks.Select(block => block.Content));
        Assert.Equal([Seal, Seal.Replace("rs_1", "rs_2", StringComparison.Ordinal), null], answer.Blocks.Select(block => block.Signature));
    }

    [Fact]
    public void Thoughts_that_are_not_encrypted_have_no_seal()
    {
        Assert.Null(Stream(Delta("reasoning_text", "hm"), Finished(SealedThoughts.Replace("gAAA==", "", StringComparison.Ordinal)),
            Delta("output_text", "x"), Completed).Blocks[0].Signature);
    }

    [Fact]
    public void Parts_of_a_summary_are_apart()
    {
        const string next =
            """{"type":"response.reasoning_summary_part.added","item_id":"i1","output_index":0,"summary_index":1,"part":{"type":"summary_text","text":""}}""";
        var answer = Stream(next.Replace(":1,", ":0,", StringComparison.Ordinal), Delta("reasoning_summary_text", "one"), next,
            Delta("reasoning_summary_text", "two"), Completed);
        Assert.Equal("one\n\ntwo", answer.Thinking);
    }

    [Fact]
    public void What_came_in_pieces_is_not_taken_again_when_it_is_repeated_whole()
    {
        var answer = Stream(
            Added(Call("fc_1", "call_1", "Read")), Delta("function_call_arguments", "{\\\"a\\\":", "fc_1"),
                Delta("function_call_arguments", "1}", "fc_1"),
            """{"type":"response.function_call_arguments.done","item_id":"fc_1","output_index":0,"arguments":"{\"a\":1}"}""",
            Finished(Call("fc_1", "call_1", "Read", """{\"a\":1}""")), Delta("output_text", "x"),
                Finished("""{"type":"message","id":"m","content":[{"type":"output_text","text":"x"}]}"""), Completed);
        Assert.Equal(("{\"a\":1}", "toolu_call_1_ccptest0", "tool_use", "x"),
            (answer.Calls.Single().Content, answer.Calls.Single().Id, answer.StopReason, answer.Text));
    }

    [Fact]
    public void What_came_only_whole_is_taken()
    {
        var answer = Stream(
            Finished(SealedThoughts),
                Finished("""{"type":"message","id":"m","content":[{"type":"output_text","text":"x"},{"type":"refusal","refusal":"y"}]}"""),
            Added(Call("fc_1", "call_1", "Read")), Finished(Call("fc_1", "call_1", "Read", "{}")), Completed);
        Assert.Equal(("hm", "xy", "{}"), (answer.Thinking, answer.Text, answer.Calls.Single().Content));
    }

    [Fact]
    public void An_answer_that_comes_only_with_its_end_is_taken()
    {
        var answer =
            Stream(Completed.Replace("\"usage\"", "\"output\":[" + Call("fc_1", "call_1", "Read", "{}") + "],\"usage\"", StringComparison.Ordinal));
        Assert.Equal(("tool_use", "Read"), (answer.StopReason, answer.Calls.Single().Name));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Interleaved_calls_are_put_together_by_item_or_index(bool hasItems, bool hasIndices)
    {
        string Piece(string arguments, int call) =>
            Delta("function_call_arguments", arguments, hasItems ? $"fc_{call}" : "", hasIndices ? call : null);
        var answer = Stream(
            Added(Call(hasItems ? "fc_0" : "", "call_0", "Read"), hasIndices ? 0 : null),
                Added(Call(hasItems ? "fc_1" : "", "call_1", "Bash"), hasIndices ? 1 : null),
            Piece("{", 0), Piece("{\\\"b\\\":", 1), Piece("}", 0), Piece("1}", 1), Completed);
        Assert.Equal([("Read", "{}"), ("Bash", "{\"b\":1}")], answer.Calls.Select(call => (call.Name, call.Content)));
    }

    [Fact]
    public void An_answer_cut_inside_a_call_leaves_it_open()
    {
        var answer = Stream(
            Added(Call("fc_1", "call_1", "Bash")), Delta("function_call_arguments", "{\\\"command\\\":\\\"rm -rf ", "fc_1"),
            Finished(Call("fc_1", "call_1", "Bash", "{\\\"command\\\":\\\"rm -rf ")),
            """{"type":"response.incomplete","response":{"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"}}}""");
        Assert.Equal(("max_tokens", false), (answer.StopReason, answer.Calls.Single().IsClosed));
    }

    [Theory]
    [InlineData("max_output_tokens", "max_tokens")]
    [InlineData("steered", "end_turn")]
    [InlineData("max_messages", "end_turn")]
    [InlineData("a_newer_one", "max_tokens")]
    public void An_answer_is_incomplete_for_reasons_that_are_told_in_anthropics_words(string reason, string expected)
    {
        const string End = """{"type":"response.incomplete","response":{"status":"incomplete","incomplete_details":{"reason":"?"}}}""";
        Assert.Equal(expected, Stream(Delta("output_text", "x"), End.Replace("?", reason, StringComparison.Ordinal)).StopReason);
    }

    [Fact]
    public void A_filtered_answer_and_a_refusal_are_refusals()
    {
        Assert.Equal("refusal", Stream(Delta("output_text", "x"),
            """{"type":"response.incomplete","response":{"status":"incomplete","incomplete_details":{"reason":"content_filter"}}}""").StopReason);
        var refused = Stream(Delta("refusal", "I will not."), Completed);
        Assert.Equal(("refusal", "I will not."), (refused.StopReason, refused.Text));
    }

    [Theory]
    [InlineData("""{"type":"response.failed","response":{"status":"failed","error":{"code":"rate_limit_exceeded","message":"slow down"}}}""",
        "rate_limit_error")]
    [InlineData("""{"type":"response.failed","response":{"status":"failed","error":{"code":"server_error","message":"oops"}}}""", "api_error")]
    [InlineData("""{"type":"response.failed","response":{"status":"failed"}}""", "api_error")]
    [InlineData(
        """{"type":"error","error":{"type":"invalid_request_error","code":"context_length_exceeded","message":"Your input exceeds the context window of this model."}}""", "invalid_request_error")]
    [InlineData("""{"error":{"message":"no","code":503}}""", "overloaded_error")]
    [InlineData("""{"type":"response.completed"}""", "api_error")]
    [InlineData("""{"type":""", "api_error")]
    [InlineData("[DONE]", "api_error")]
    public void What_is_no_good_end_is_an_error(string data, string type)
    {
        var answer = Stream(Delta("output_text", "x"), data);
        Assert.Equal(type, answer.Error!.Value.Type);
        Assert.Equal("x", answer.Text);
    }

    [Fact]
    public void A_web_search_is_the_providers_own_call_with_its_result_and_citations()
    {
        var answer = Stream(
            Added("""{"type":"web_search_call","id":"ws_1","status":"in_progress"}"""),
            Finished(
                """{"type":"web_search_call","id":"ws_1","status":"completed","action":{"type":"search","query":"say \"hi\"","sources":[{"type":"url","url":"https://a.example/"}]}}"""),
            Added("""{"type":"message","id":"m"}""", 1), Delta("output_text", "x", index: 1),
            """{"type":"response.output_text.annotation.added","item_id":"m","annotation":{"type":"url_citation","start_index":0,"end_index":1,"title":"A","url":"https://a.example/"}}""",
            Delta("output_text", "y", index: 1), Completed);
        Assert.Equal(["server_tool_use", "web_search_tool_result", "text"], answer.Blocks.Select(block => block.Type));
        Assert.Equal("{\"query\":\"say \\\"hi\\\"\"}", answer.Blocks[0].Content);
        Assert.Equal("https://a.example/", answer.Blocks[1].Start.GetProperty("content")[0].GetProperty("url").GetString());
        Assert.Equal(["https://a.example/"], answer.Blocks[2].Citations);
        Assert.Equal(("xy", "end_turn"), (answer.Text, answer.StopReason));
        Assert.Equal(1, answer.Usage!.Value.GetProperty("server_tool_use").GetProperty("web_search_requests").GetInt32());
    }
}
