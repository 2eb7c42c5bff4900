using ClaudeCodeProxy.Anthropic.Errors;
using static Proxy.Tests.Translation.Example;

namespace Proxy.Tests.Translation;

public sealed class StreamFailureTests
{
    private const string Done = "[DONE]";
    private static readonly string CallA = Piece("", index: 0, id: "a", name: "Read");

    [Fact]
    public void A_call_cut_by_the_token_limit_stays_open()
    {
        var answer = Stream(Calls(Piece("{\"command\": \"rm -rf ", id: "a", name: "Bash")), Chunk("{}", "length"), Done);
        Assert.False(Assert.Single(answer.Calls).IsClosed);
        Assert.Equal("max_tokens", answer.StopReason);
        Assert.True(answer.IsComplete);
    }

    [Fact]
    public void A_call_cut_before_its_first_argument_stays_open()
    {
        Assert.False(Assert.Single(Stream(Calls(CallA), Chunk("{}", "length"), Done).Calls).IsClosed);
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("tool_calls")]
    public void An_unfinished_call_that_the_upstream_calls_finished_is_an_error(string finish)
    {
        var answer = Stream(Calls(Piece("{\"command\": \"rm -rf ", id: "a", name: "Bash")), Chunk("{}", finish), Done);
        Assert.NotNull(answer.Error);
        Assert.False(answer.Calls.Single().IsClosed);
    }

    [Fact]
    public void A_stream_cut_inside_a_call_is_an_error_and_the_call_is_not_closed()
    {
        var answer = Stream(Calls(Piece("{\"command\": \"rm -rf ", id: "a", name: "Bash")));
        Assert.Equal("api_error", answer.Error!.Value.Type);
        Assert.False(answer.Calls.Single().IsClosed);
    }

    [Fact]
    public void A_stream_cut_after_a_complete_call_is_an_error_and_the_call_is_not_closed()
    {
        var answer = Stream(Calls(Piece("{}", id: "a", name: "Bash")));
        Assert.NotNull(answer.Error);
        Assert.False(answer.Calls.Single().IsClosed);
    }

    [Fact]
    public void A_stream_cut_in_a_text_is_an_error()
    {
        var answer = Stream(Chunk("""{"content":"half"}"""));
        Assert.NotNull(answer.Error);
        Assert.False(answer.IsComplete);
    }

    [Theory]
    [InlineData("""{"error":{"message":"too much","code":429}}""", "rate_limit_error")]
    [InlineData("""{"error":{"message":"no","type":"server_error"}}""", "api_error")]
    [InlineData("""{"error":"plain words"}""", "api_error")]
    [InlineData("""{"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}""", "api_error")]
    [InlineData("""{"choices":[{"index":0,"delta":{"content":7}}]}""", "api_error")]
    [InlineData("""{"choices":[{"index":0,"delta":{"tool_calls":{}}}]}""", "api_error")]
    [InlineData("<html>", "api_error")]
    [InlineData("{\"choices\":", "api_error")]
    public void Errors_and_garbage_end_the_stream_as_an_error(string data, string type)
    {
        var answer = Stream(Chunk("""{"content":"x"}"""), data, Chunk("""{"content":"never"}"""), Done);
        Assert.Equal(type, answer.Error!.Value.Type);
        Assert.Equal("x", answer.Text);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{}}")]
    [InlineData("{]")]
    [InlineData("{\\\"a\\\":}")]
    [InlineData("true")]
    public void Arguments_that_are_no_json_object_end_the_stream_as_an_error(string arguments)
    {
        var answer = Stream(Calls(CallA), Calls(Piece(arguments)), Chunk("{}", "tool_calls"), Done);
        Assert.NotNull(answer.Error);
        Assert.DoesNotContain(answer.Calls, call => call.IsClosed);
    }

    [Fact]
    public void A_stream_with_nothing_in_it_is_an_error()
    {
        Assert.NotNull(Stream().Error);
        Assert.NotNull(Stream(Done).Error);
        Assert.NotNull(Stream("""{"choices":[]}""", Done).Error);
    }

    [Fact]
    public void Only_a_failure_before_the_answer_began_is_an_early_one()
    {
        using var early = new CheckedStream(Context());
        early.Next("""{"error":{"message":"slow down","code":429}}""");
        Assert.Equal(429, early.EarlyFailure!.Status);
        using var late = new CheckedStream(Context());
        late.Next(Chunk("""{"content":"x"}"""));
        late.Next("""{"error":{"message":"slow down","code":429}}""");
        Assert.Null(late.EarlyFailure);
        Assert.NotNull(late.Answer.Error);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    public void Garbage_instead_of_a_stream_is_an_error(string body)
    {
        using var stream = new CheckedStream(Context());
        stream.TakeWhole(body);
        Assert.Equal(502, stream.EarlyFailure!.Status);
    }

    [Fact]
    public void More_calls_than_any_answer_needs_are_an_error()
    {
        var calls = Enumerable.Range(0, 200).Select(index => Calls(Piece("{}", index, id: $"c{index}", name: "Read"))).ToArray();
        Assert.Contains("128", Stream(calls).Error!.Value.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_that_fill_the_memory_are_an_error()
    {
        var big = new string('a', 1 << 20);
        string[] pieces = [Calls(CallA), Calls(Piece("{\"x\":\"")), .. Enumerable.Repeat(Calls(Piece(big)), 17)];
        Assert.Contains("16777216", Stream(pieces).Error!.Value.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_reported_from_outside_ends_the_stream_once()
    {
        using var stream = new CheckedStream(Context());
        stream.Next(Chunk("""{"content":"x"}"""));
        stream.Fail(ApiError.Timeout("silence"));
        stream.Fail(ApiError.Timeout("again"));
        stream.Ping();
        stream.Finish();
        Assert.Equal(("timeout_error", "silence"), stream.Answer.Error);
    }
}
