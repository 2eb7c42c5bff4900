using System.Text.Json;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation;

public sealed class StreamedCallTests
{
    private const string Done = "[DONE]";
    private static readonly string CallA = Piece("", index: 0, id: "a", name: "Read");
    private static readonly string CallB = Piece("", index: 1, id: "b", name: "Bash");

    [Fact]
    public void A_tools_arguments_are_sent_as_they_come()
    {
        using var stream = new CheckedStream(Context());
        stream.Next(Calls(CallA));
        stream.Next(Calls(Piece("{\"path\": \"/et")));
        Assert.EndsWith("\"partial_json\":\"{\\\"path\\\": \\\"/et\"}}\n\n", stream.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Parallel_calls_become_blocks_one_after_the_other()
    {
        var answer = Stream(Calls(CallA), Calls(Piece("{\"x\":1}")), Calls(CallB), Calls(Piece("{}", index: 1)), Chunk("{}", "tool_calls"), Done);
        Assert.Equal(
            [("toolu_a_ccptest0", "Read", "{\"x\":1}"), ("toolu_b_ccptest1", "Bash", "{}")],
            answer.Calls.Select(call => (call.Id, call.Name, call.Content)));
        Assert.Equal("tool_use", answer.StopReason);
    }

    [Fact]
    public void Interleaved_calls_wait_for_the_one_before_them()
    {
        var answer = Stream(
            Calls(CallA, CallB), Calls(Piece("{\"b\":", index: 1)), Calls(Piece("{\"a\":")), Calls(Piece("2}", index: 1)), Calls(Piece("1}")),
                Chunk("{}", "tool_calls"), Done);
        Assert.Equal(["{\"a\":1}", "{\"b\":2}"], answer.Calls.Select(call => call.Content));
        Assert.All(answer.Calls, call => Assert.True(call.IsClosed));
    }

    [Fact]
    public void Text_during_an_unfinished_call_waits_behind_it()
    {
        var answer =
            Stream(Calls(CallA), Calls(Piece("{")), Chunk("""{"content":"meanwhile"}"""), Calls(Piece("}")), Chunk("{}", "tool_calls"), Done);
        Assert.Equal(["tool_use", "text"], answer.Blocks.Select(block => block.Type));
        Assert.Equal("{}", answer.Blocks[0].Content);
    }

    [Fact]
    public void Calls_without_index_are_told_apart_by_their_ids()
    {
        var answer = Stream(
            Calls(Piece("{\"x\":", index: null, id: "a", name: "Read")), Calls(Piece("1}", index: null)),
            Calls(Piece("{\"x\":2}", index: null, id: "b", name: "Read")), Chunk("{}", "tool_calls"), Done);
        Assert.Equal(["{\"x\":1}", "{\"x\":2}"], answer.Calls.Select(call => call.Content));
    }

    [Fact]
    public void Calls_that_all_have_index_0_are_told_apart_by_their_ids()
    {
        var answer = Stream(
            Calls(Piece("{}", id: "a", name: "Read")), Calls(Piece("{}", id: "b", name: "Read")),
            Chunk("{}", "stop"), Done);
        Assert.Equal(["toolu_a_ccptest0", "toolu_b_ccptest1"], answer.Calls.Select(call => call.Id));
        Assert.Equal("tool_use", answer.StopReason);
    }

    [Fact]
    public void Calls_that_share_an_id_are_told_apart_by_their_indices()
    {
        var answer = Stream(
            Calls(Piece("", id: "x", name: "Read")), Calls(Piece("", index: 1, id: "x", name: "Read")), Calls(Piece("{\"a\":2}", index: 1, id: "x")),
            Calls(Piece("{\"a\":", id: "x")), Calls(Piece("1}")), Chunk("{}", "tool_calls"), Done);
        Assert.Equal([("toolu_x_ccptest0", "{\"a\":1}"), ("toolu_x_1_ccptest1", "{\"a\":2}")], answer.Calls.Select(call => (call.Id, call.Content)));
    }

    [Fact]
    public void Calls_that_share_id_and_index_are_told_apart_by_their_names()
    {
        var answer = Stream(Calls(Piece("{}", id: "x", name: "Read")), Calls(Piece("{}", id: "x", name: "Bash")), Chunk("{}", "tool_calls"), Done);
        Assert.Equal(["toolu_x_ccptest0", "toolu_x_1_ccptest1"], answer.Calls.Select(call => call.Id));
    }

    [Fact]
    public void A_piece_without_a_name_goes_on_with_the_call_of_its_id_at_whatever_index()
    {
        var answer = Stream(Calls(Piece("{\"a\":", id: "x", name: "Read")), Calls(Piece("1}", index: 1, id: "x")), Chunk("{}", "tool_calls"), Done);
        Assert.Equal("{\"a\":1}", Assert.Single(answer.Calls).Content);
    }

    [Fact]
    public void Calls_of_one_event_are_told_apart_by_their_places_even_with_one_id()
    {
        var answer = Stream(
            Calls(Piece("{\"a\":1}", index: null, id: "x", name: "Read"), Piece("{\"a\":1}", index: null, id: "x", name: "Read")),
            Chunk("{}", "tool_calls"), Done);
        Assert.Equal(2, answer.Calls.Select(call => call.Id).Distinct().Count());
    }

    [Fact]
    public void Calls_without_id_and_index_are_told_apart_by_their_names()
    {
        var answer = Stream(
            Calls(Piece("{\"x\":1}", index: null, name: "Read"), Piece("{\"x\":2}", index: null, name: "Read"), Piece("", index: null, name: "Bash")),
            Chunk("{}", "tool_calls"), Done);
        Assert.Equal([("toolu_test_0", "{\"x\":1}"), ("toolu_test_1", "{\"x\":2}"), ("toolu_test_2", "{}")],
            answer.Calls.Select(call => (call.Id, call.Content)));
    }

    [Fact]
    public void An_id_and_a_name_in_every_piece_are_one_call()
    {
        var answer = Stream(
            Calls(Piece("{\"x\"", id: "a", name: "Read")), Calls(Piece(":1}", id: "a", name: "Read")), Calls(Piece("", id: "a", name: "")),
                Chunk("{}", "tool_calls"), Done);
        Assert.Equal("{\"x\":1}", Assert.Single(answer.Calls).Content);
    }

    [Fact]
    public void An_id_that_comes_after_the_name_does_not_split_the_call()
    {
        var answer = Stream(
            Calls(Piece("", name: "Read")), Calls(Piece("{\"x\":1}", id: "late")), Chunk("{}", "tool_calls"), Done);
        Assert.Equal("{\"x\":1}", Assert.Single(answer.Calls).Content);
    }

    [Fact]
    public void A_call_waits_for_its_name_and_loses_no_argument()
    {
        var answer = Stream(
            Calls(Piece("{\"x\"", id: "a", name: "")), Calls(Piece(":1}", name: "Read")), Chunk("{}", "tool_calls"), Done);
        Assert.Equal(("Read", "{\"x\":1}"), (answer.Calls.Single().Name, answer.Calls.Single().Content));
    }

    [Fact]
    public void A_piece_with_nothing_in_it_is_no_call()
    {
        var answer = Stream(Calls(Piece("", id: "", name: "")), Chunk("""{"content":"x","tool_calls":[]}"""), Chunk("{}", "stop"), Done);
        Assert.Equal(("x", "end_turn", 0), (answer.Text, answer.StopReason, answer.Calls.Count()));
    }

    [Fact]
    public void Arguments_given_as_an_object_are_taken_like_text()
    {
        var answer = Stream(Calls("""{"index":0,"id":"a","function":{"name":"Read","arguments":{"x": "a\"b"}}}"""), Chunk("{}", "tool_calls"), Done);
        Assert.Equal("""{"x": "a\"b"}""", Assert.Single(answer.Calls).Content);
    }

    [Fact]
    public void An_empty_object_before_the_real_arguments_is_forgotten()
    {
        var answer = Stream(Calls(Piece("{}", id: "a", name: "Read")), Calls(Piece("{\"x\":1}")), Chunk("{}", "tool_calls"), Done);
        Assert.Equal("{\"x\":1}", Assert.Single(answer.Calls).Content);
    }

    [Fact]
    public void Whole_arguments_that_are_repeated_count_once()
    {
        var answer = Stream(Calls(Piece("{\"x\":1}", id: "a", name: "Read")), Calls(Piece("{\"x\":1}")), Chunk("{}", "tool_calls"), Done);
        Assert.Equal("{\"x\":1}", Assert.Single(answer.Calls).Content);
    }

    [Fact]
    public void The_older_function_call_is_a_call_too()
    {
        var answer = Stream(Chunk("""{"function_call":{"name":"Read","arguments":"{"}}"""), Chunk("""{"function_call":{"arguments":"}"}}"""),
            Chunk("{}", "function_call"), Done);
        Assert.Equal(("Read", "{}", "tool_use"), (answer.Calls.Single().Name, answer.Calls.Single().Content, answer.StopReason));
    }

    [Theory]
    [InlineData("stop", "tool_use")]
    [InlineData("tool_calls", "tool_use")]
    [InlineData("length", "max_tokens")]
    [InlineData("banana", "tool_use")]
    public void A_complete_call_ends_for_the_reason_that_anthropic_would_give(string finish, string expected)
    {
        Assert.Equal(expected, Stream(Calls(Piece("{}", id: "a", name: "Read")), Chunk("{}", finish), Done).StopReason);
    }

    [Fact]
    public void A_long_tool_name_comes_back_whole()
    {
        var name = "mcp__server.of.tools__" + new string('x', 80);
        var request =
            SmallRequest.Replace("\"messages\"", $"\"tools\":[{{\"name\":\"{name}\",\"input_schema\":{{}}}}],\"messages\"", StringComparison.Ordinal);
        var upstream = JsonDocument.Parse(UpstreamBody(request)).RootElement.GetProperty("tools")[0].GetProperty("function").GetProperty("name")
            .GetString()!;
        Assert.Matches("^[A-Za-z0-9_-]{64}$", upstream);
        var answer = StreamOf(request, Calls(Piece("{}", id: "a", name: upstream)), Chunk("{}", "tool_calls"), Done);
        Assert.Equal(name, answer.Calls.Single().Name);
    }

    [Theory]
    [InlineData("{", "{\"command\"", "{\"command\":\"ls\"}")]
    [InlineData("{\"com", "{\"command\":\"l", "{\"command\":\"ls\"}")]
    [InlineData("{\"command\":\"ls\"", "{\"command\":\"ls\"}", "{\"command\":\"ls\"}")]
    [InlineData("{\"a\":1", "{\"a\":12", "{\"a\":12,\"b\":[]}")]
    public void Arguments_that_grow_from_piece_to_piece_are_taken_once(params string[] pieces)
    {
        var answer = Stream([Calls(Piece(pieces[0], id: "a", name: "Bash")),
            .. pieces[1..].Select(piece => Calls(Piece(piece, id: "a", name: "Bash"))), Chunk("{}", "tool_calls"), Done]);
        Assert.Equal(pieces[^1], Assert.Single(answer.Calls).Content);
    }

    [Fact]
    public void A_piece_that_can_be_a_part_as_well_as_all_is_a_part()
    {
        var nested =
            Stream(Calls(Piece("{\"a\":", id: "a", name: "Bash")), Calls(Piece("{\"a\":1}")), Calls(Piece("}")), Chunk("{}", "tool_calls"), Done);
        Assert.Equal("{\"a\":{\"a\":1}}", Assert.Single(nested.Calls).Content);
        var text = Stream(Calls(Piece("{\"", id: "a", name: "Bash")), Calls(Piece("{\":1}")), Chunk("{}", "tool_calls"), Done);
        Assert.Equal("{\"{\":1}", Assert.Single(text.Calls).Content);
        var unclear =
            Stream(Calls(Piece("{\"command\":", id: "a", name: "Bash")), Calls(Piece("{\"command\":\"ls\"}")), Chunk("{}", "tool_calls"), Done);
        Assert.False(unclear.IsComplete);
        Assert.DoesNotContain(unclear.Calls, call => call.IsClosed);
    }

    [Fact]
    public void An_id_that_is_no_text_is_none()
    {
        var answer = Stream(Calls("""{"index":0,"id":7,"function":{"name":"Read","arguments":"{}"}}"""), Chunk("{}", "tool_calls"), Done);
        Assert.Equal("toolu_test_0", Assert.Single(answer.Calls).Id);
    }

    [Fact]
    public void Ids_of_another_alphabet_are_given_in_anthropics()
    {
        var answer = Stream(Calls(Piece("{}", id: "functions.Read:0", name: "Read")), Chunk("{}", "tool_calls"), Done);
        Assert.Equal("toolu_enc22_ZnVuY3Rpb25zLlJlYWQ6MA_ccptest0", Assert.Single(answer.Calls).Id);
    }
}
