using System.Text;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Translation.Errors;
using ClaudeCodeProxy.Translation.Requests;

namespace Proxy.Tests.Translation.Errors;

public sealed class ReasoningRefusalTests
{
    [Theory]
    [InlineData(400, "think value \\\"low\\\" is not supported for this model")]
    [InlineData(400, "\\\"llama3.2\\\" does not support thinking")]
    [InlineData(400, "Unsupported parameter: 'reasoning_effort' is not supported with this model.")]
    [InlineData(400, "Unrecognized request argument supplied: reasoning_effort")]
    [InlineData(400, "Unsupported parameter: 'reasoning.effort' is not supported with this model.")]
    [InlineData(400, "Encrypted content is not supported with this model.")]
    [InlineData(422, "body.reasoning_effort: Extra inputs are not permitted")]
    [InlineData(400, "Function tools with reasoning_effort are not supported for gpt-5.4 in /v1/chat/completions. Please use /v1/responses instead.")]
    public void A_model_that_cannot_think_or_not_so_is_recognised(int status, string message) => Assert.True(Is(status, message));

    [Theory]
    [InlineData(500, "\\\"llama3.2\\\" does not support thinking")]
    [InlineData(400, "messages.3.content.0: Invalid `signature` in `thinking` block")]
    [InlineData(400, "The `reasoning_content` in the thinking mode must be passed back to the API.")]
    [InlineData(400, "temperature is not supported")]
    [InlineData(400, "")]
    public void Other_errors_are_not(int status, string message) => Assert.False(Is(status, message));

    [Theory]
    [InlineData("""{"model":"m","messages":[{"reasoning":1}],"reasoning_effort":"low","stream":true}""",
        """{"model":"m","messages":[{"reasoning":1}],"stream":true}""")]
    [InlineData("""{"model":"m","reasoning":{"effort":"low"},"include":["x"]}""", """{"model":"m"}""")]
    [InlineData("""{"thinking":{"type":"enabled"},"model":"m"}""", """{"model":"m"}""")]
    public void What_a_request_says_of_thinking_can_be_taken_out_of_it(string body, string expected)
    {
        using var output = new PooledBuffer();
        ReasoningMembers.Remove(Encoding.UTF8.GetBytes(body), output);

        Assert.Equal(expected, Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.True(ReasoningMembers.Any(Encoding.UTF8.GetBytes(body)));
        Assert.False(ReasoningMembers.Any(output.WrittenSpan));
    }

    private static bool Is(int status, string message) => ReasoningRefusal.Matches(status,
        Encoding.UTF8.GetBytes($$"""{"error":{"message":"{{message}}" ,"type":"api_error","param":null,"code":null} }"""));
}
