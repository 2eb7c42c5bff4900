using System.Text;
using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.Translation;

namespace Proxy.Tests.Translation;

public sealed class UpstreamErrorTranslatorTests
{
    [Theory]
    [InlineData(400, 400, "invalid_request_error")]
    [InlineData(401, 401, "authentication_error")]
    [InlineData(402, 402, "billing_error")]
    [InlineData(403, 403, "permission_error")]
    [InlineData(404, 404, "not_found_error")]
    [InlineData(405, 502, "api_error")]
    [InlineData(408, 504, "timeout_error")]
    [InlineData(409, 409, "conflict_error")]
    [InlineData(413, 413, "request_too_large")]
    [InlineData(422, 400, "invalid_request_error")]
    [InlineData(429, 429, "rate_limit_error")]
    [InlineData(500, 500, "api_error")]
    [InlineData(502, 502, "api_error")]
    [InlineData(503, 529, "overloaded_error")]
    [InlineData(504, 504, "timeout_error")]
    [InlineData(521, 502, "api_error")]
    [InlineData(529, 529, "overloaded_error")]
    public void Every_status_has_its_type(int upstream, int status, string type)
    {
        var error = Translate(upstream, """{"error":{"message":"because"}}""");
        Assert.Equal((status, type), (error.Status, error.Type));
    }

    [Theory]
    [InlineData("""{"error":{"message":"temperature must be 1"}}""")]
    [InlineData("""{"error":"temperature must be 1"}""")]
    [InlineData("""{"message":"temperature must be 1","type":"x"}""")]
    [InlineData("""{"detail":"temperature must be 1"}""")]
    [InlineData("""[{"error":{"code":400,"message":"temperature must be 1"}}]""")]
    [InlineData("""{"error":{"message":"temperature must be 1","code":""")]
    public void The_reason_of_a_refused_request_is_kept_whatever_its_shape(string body)
    {
        Assert.Equal("The upstream refused the request: temperature must be 1", Translate(400, body).Message);
    }

    [Theory]
    [InlineData(401, "invalid_api_key", true)]
    [InlineData(402, "", true)]
    [InlineData(429, "insufficient_quota", true)]
    [InlineData(429, "rate_limit_exceeded", false)]
    [InlineData(503, "", false)]
    public void What_no_waiting_mends_is_marked_as_lasting(int status, string code, bool isLasting)
    {
        Assert.Equal(isLasting, Translate(status, $$$"""{"error":{"message":"because","code":"{{{code}}}"}}""").IsLasting);
    }

    [Theory]
    [InlineData("<html>Bad Request</html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"error":null}""")]
    public void A_body_that_says_nothing_gives_no_reason(string body)
    {
        Assert.Equal("The upstream refused the request: it gave no reason.", Translate(400, body).Message);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(500)]
    [InlineData(503)]
    public void What_concerns_the_proxys_own_account_or_the_upstreams_insides_is_not_told(int status)
    {
        var error = Translate(status, """{"error":{"message":"SECRET detail","type":"SECRET"}}""");
        Assert.DoesNotContain("SECRET", error.Message, StringComparison.Ordinal);
        if (status is 401 or 403) Assert.Contains("the proxy's own key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_hosts_and_accounts_are_taken_out_of_a_reason()
    {
        var key = "sk-" + "proj-" + new string('a', 20);
        var token = string.Concat(Enumerable.Repeat("aB3", 12));
        var error = Translate(400, $$$"""{"error":{"message":"Bad key '{{{key}}}' or {{{token}}} of org-abc12345 at https://api.x.com/v1, host db7.internal:5432 (10.1.2.3), mail me@x.org:\nfix messages.3.content.1"}}""");
        Assert.Equal(
            "The upstream refused the request: Bad key '[redacted]' or [redacted] of [redacted] at [redacted], host [redacted] ([redacted]), mail [redacted] fix messages.3.content.1",
            error.Message);
    }

    [Fact]
    public void A_reason_is_not_endless()
    {
        var error = Translate(400, $$"""{"error":"{{string.Join(' ', Enumerable.Repeat("word", 5000))}}"}""");
        Assert.InRange(error.Message.Length, 400, 600);
    }

    [Theory]
    [InlineData("""{"error":{"code":400,"message":"request (40005 tokens) exceeds the available context size (16384 tokens)","type":"exceed_context_size_error","n_prompt_tokens":40005,"n_ctx":16384}}""", "prompt is too long: 40005 tokens > 16384 maximum")]
    [InlineData("""{"error":{"message":"This model's maximum context length is 128000 tokens. However, your messages resulted in 130512 tokens. Please reduce the length of the messages.","type":"invalid_request_error","code":"context_length_exceeded"}}""", "prompt is too long: 130512 tokens > 128000 maximum")]
    [InlineData("""{"message":"This model's maximum context length is 8192 tokens. However, you requested 10000 tokens (2000 in the messages, 8000 in the completion)."}""", "input length and `max_tokens` exceed context limit: 2000 + 8000 > 8192, decrease input length or `max_tokens` and try again")]
    [InlineData("""{"message":"'max_tokens' or 'max_completion_tokens' is too large: 64000. This model's maximum context length is 32768 tokens and your request has 1024 input tokens (64000 > 32768 - 1024)."}""", "input length and `max_tokens` exceed context limit: 1024 + 64000 > 32768, decrease input length or `max_tokens` and try again")]
    [InlineData("""{"error":{"message":"Your input exceeds the context window of this model.","code":"context_length_exceeded"}}""", "prompt is too long: Your input exceeds the context window of this model.")]
    public void A_prompt_that_does_not_fit_is_said_in_the_words_that_make_clients_compact(string body, string message)
    {
        var error = Translate(400, body);
        Assert.Equal(("invalid_request_error", message), (error.Type, error.Message));
    }

    [Theory]
    [InlineData("""{"error":{"message":"Rate limit reached","code":"rate_limit_exceeded"}}""", 429)]
    [InlineData("""{"error":{"message":"x","code":502}}""", 502)]
    [InlineData("""{"error":{"message":"x","code":503}}""", 529)]
    [InlineData("""{"error":{"message":"x","type":"invalid_request_error"}}""", 400)]
    [InlineData("""{"error":{"message":"x"}}""", 502)]
    public void An_error_inside_an_answer_has_the_status_that_it_would_have_had(string answer, int status)
    {
        Assert.Equal(status, UpstreamErrorTranslator.TranslateInAnswer(Encoding.UTF8.GetBytes(answer)).Status);
    }

    private static ApiError Translate(int status, string body) => Checked.UpstreamError(status, Encoding.UTF8.GetBytes(body));
}
