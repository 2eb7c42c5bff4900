using System.Text;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Translation.Errors;

namespace Proxy.Tests.Translation.Errors;

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
        if (status is 401 or 403)
            Assert.Contains("the proxy's own key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_hosts_and_accounts_are_taken_out_of_a_reason()
    {
        var key = "sk-" + "proj-" + new string('a', 20);
        var token = string.Concat(Enumerable.Repeat("aB3", 12));
        var error =
            Translate(400,
                $$$"""{"error":{"message":"Bad key '{{{key}}}' or {{{token}}} of org-abc12345 at https://api.x.com/v1, host db7.internal:5432 (10.1.2.3), mail me@x.org:\nfix messages.3.content.1"}}""");
        Assert.Equal(
            "The upstream refused the request: Bad key '[redacted]' or [redacted] of [redacted] at [redacted], host [redacted] ([redacted]), mail " +
                "[redacted] fix messages.3.content.1",
            error.Message);
    }

    [Fact]
    public void A_reason_is_not_endless()
    {
        var error = Translate(400, $$"""{"error":"{{string.Join(' ', Enumerable.Repeat("word", 5000))}}"}""");
        Assert.InRange(error.Message.Length, 400, 600);
    }

    [Theory]
    [InlineData(
        """{"error":{"code":400,"message":"request (40005 tokens) exceeds the available context size (16384 tokens)","type":"exceed_context_size_error","n_prompt_tokens":40005,"n_ctx":16384}}""", "prompt is too long: 40005 tokens > 16384 maximum")]
    [InlineData(
        """{"error":{"message":"This model's maximum context length is 128000 tokens. However, your messages resulted in 130512 tokens. Please reduce the length of the messages.","type":"invalid_request_error","code":"context_length_exceeded"}}""", "prompt is too long: 130512 tokens > 128000 maximum")]
    [InlineData(
        """{"message":"This model's maximum context length is 8192 tokens. However, you requested 10000 tokens (2000 in the messages, 8000 in the completion)."}""", "input length and `max_tokens` exceed context limit: 2000 + 8000 > 8192, decrease input length or `max_tokens` and try again")]
    [InlineData(
        """{"message":"'max_tokens' or 'max_completion_tokens' is too large: 64000. This model's maximum context length is 32768 tokens and your request has 1024 input tokens (64000 > 32768 - 1024)."}""", "input length and `max_tokens` exceed context limit: 1024 + 64000 > 32768, decrease input length or `max_tokens` and try again")]
    [InlineData("""{"error":{"message":"Your input exceeds the context window of this model.","code":"context_length_exceeded"}}""",
        "prompt is too long: Your input exceeds the context window of this model.")]
    [InlineData(
        """{"error":{"message":"This endpoint's maximum context length is 131072 tokens. However, you requested about 146512 tokens (136512 of text input, 10000 in the output). Please reduce the length of either one.","code":400}}""", "prompt is too long: 136512 tokens > 131072 maximum")]
    [InlineData(
        """{"error":{"message":"This endpoint's maximum context length is 131072 tokens. However, you requested about 136512 tokens (104512 of text input, 32000 in the output).","code":400}}""", "input length and `max_tokens` exceed context limit: 104512 + 32000 > 131072, decrease input length or `max_tokens` and try again")]
    [InlineData(
        """{"error":{"message":"This model's maximum context length is 4096 tokens. However, you requested 5000 tokens in the messages, Please reduce the length of the messages.","type":"BadRequestError","param":null,"code":400}}""", "prompt is too long: 5000 tokens > 4096 maximum")]
    [InlineData(
        """{"object":"error","message":"This model's maximum context length is 32768 tokens. However, your request has 40000 input tokens. Please reduce the length of the input messages.","type":"BadRequestError"}""", "prompt is too long: 40000 tokens > 32768 maximum")]
    [InlineData(
        """{"error":{"message":"The decoder prompt (length 40005) is longer than the maximum model length of 16384. Make sure that `max_model_len` is no smaller.","type":"BadRequestError"}}""", "prompt is too long: 40005 tokens > 16384 maximum")]
    [InlineData(
        """{"error":{"code":400,"message":"the request exceeds the available context size. try increasing the context size or enable context shift","type":"invalid_request_error"}}""", "prompt is too long: the request exceeds the available context size. try increasing the context size or enable context shift")]
    [InlineData("""{"error":{"message":"prompt too long; exceeded max context length by 4 tokens","type":"api_error"}}""",
        "prompt is too long: prompt too long; exceeded max context length by 4 tokens")]
    [InlineData(
        """{"error":"Trying to keep the first 10000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens"}""", "prompt is too long: Trying to keep the first 10000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens")]
    [InlineData(
        """[{"error":{"code":400,"message":"The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).","status":"INVALID_ARGUMENT"}}]""", "prompt is too long: 1200000 tokens > 1048576 maximum")]
    [InlineData(
        """[{"error":{"code":400,"message":"The input token count 1200000 exceeds the maximum number of tokens allowed 1048576.","status":"INVALID_ARGUMENT"}}]""", "prompt is too long: 1200000 tokens > 1048576 maximum")]
    [InlineData(
        """{"error":{"message":"This model's maximum context length is 65536 tokens. However, you requested 71000 tokens (67000 in the messages, 4000 in the completion). Please reduce the length of the messages or completion.","type":"invalid_request_error","param":null,"code":"invalid_request_error"}}""", "prompt is too long: 67000 tokens > 65536 maximum")]
    [InlineData("""{"error":{"message":"Invalid request: Your request exceeded model token limit: 131072","type":"invalid_request_error"}}""",
        "prompt is too long: Invalid request: Your request exceeded model token limit: 131072")]
    [InlineData(
        """{"error":{"message":"The input (40000 tokens) is longer than the model's context length (32768 tokens).","type":"BadRequestError"}}""",
            "prompt is too long: The input (40000 tokens) is longer than the model's context length (32768 tokens).")]
    public void A_prompt_that_does_not_fit_is_said_in_the_words_that_make_clients_compact(string body, string message)
    {
        var error = Translate(400, body);
        Assert.Equal(("invalid_request_error", message), (error.Type, error.Message));
    }

    [Fact]
    public void An_unknown_model_or_path_names_the_variables_to_check()
    {
        var message = Translate(404, """{"error":{"message":"no such model"}}""").Message;

        Assert.All(["OPENAI_BASE_URL", "ANTHROPIC_DEFAULT_*_MODEL", "PROXY_MODEL_MAP", "no such model"],
            part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"error":{"message":"Rate limit reached","code":"rate_limit_exceeded"}}""", 429)]
    [InlineData("""{"error":{"message":"x","code":502}}""", 502)]
    [InlineData("""{"error":{"message":"x","code":503}}""", 529)]
    [InlineData("""{"error":{"message":"x","type":"invalid_request_error"}}""", 400)]
    [InlineData("""{"error":{"message":"x","code":"invalid_prompt"}}""", 400)]
    [InlineData("""{"error":{"message":"x","code":"image_file_not_found"}}""", 400)]
    [InlineData("""{"error":{"message":"x","code":"empty_image_file"}}""", 400)]
    [InlineData("""{"error":{"message":"x"}}""", 502)]
    public void An_error_inside_an_answer_has_the_status_that_it_would_have_had(string answer, int status)
    {
        Assert.Equal(status, UpstreamErrorTranslator.TranslateInResponse(Encoding.UTF8.GetBytes(answer)).Status);
    }

    [Theory]
    [InlineData(429, """{"error":{"message":"Requests with a long context window need tier 4"}}""", "rate_limit_error")]
    [InlineData(403, """{"error":{"message":"Your plan has no models of this context length"}}""", "permission_error")]
    public void Limits_of_the_account_are_not_taken_for_those_of_the_prompt(int status, string body, string type) =>
        Assert.Equal(type, Translate(status, body).Type);

    [Theory]
    [InlineData(
        """{"error":{"message":"You exceeded your current quota, please check your plan and billing details.","type":"insufficient_quota","code":"insufficient_quota"}}""", true)]
    [InlineData("""{"error":{"message":"Your organization has reached its spend limit","code":"x"}}""", true)]
    [InlineData("""{"error":{"message":"Hard limit","code":"billing_hard_limit_reached"}}""", true)]
    [InlineData("""{"error":{"message":"Insufficient balance"}}""", true)]
    [InlineData("""{"error":{"message":"Budget has been exceeded! Current cost: 10.1, Max budget: 10"}}""", true)]
    [InlineData(
        """[{"error":{"code":429,"message":"You exceeded your current quota, please check your plan and billing details. Please retry in 33.2s.","status":"RESOURCE_EXHAUSTED"}}]""", false)]
    [InlineData(
        """{"error":{"message":"Rate limit reached for gpt-5 in organization org-abc123 on tokens per min. Please try again in 6s.","code":"rate_limit_exceeded"}}""", false)]
    [InlineData("""{"error":{"message":"slow down"}}""", false)]
    public void A_quota_that_waiting_does_not_fill_is_final(string body, bool isFinal)
    {
        var error = Translate(429, body);
        Assert.Equal(("rate_limit_error", isFinal), (error.Type, error.IsLasting));
    }

    [Fact]
    public void A_prompt_that_Azures_filter_stops_is_refused_with_the_reason()
    {
        var error =
            Translate(400,
                """{"error":{"message":"The response was filtered due to the prompt triggering Azure OpenAI's content management policy.","type":null,"param":"prompt","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{"hate":{"filtered":true}}}}}""");
        Assert.Equal(
            "The upstream refused the request: The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
                error.Message);
    }

    [Theory]
    [InlineData("messages.3.content.0: Invalid `signature` in `thinking` block")]
    [InlineData("messages.1.content.0.type: Expected `thinking` or `redacted_thinking`, but found `text`")]
    [InlineData("The `reasoning_content` in the thinking mode must be passed back to the API.")]
    public void What_clients_recover_from_by_its_wording_keeps_it(string reason) =>
        Assert.EndsWith(reason, Translate(400, $$"""{"error":"{{reason}}"}""").Message, StringComparison.Ordinal);

    private static ApiError Translate(int status, string body) => Checked.UpstreamError(status, Encoding.UTF8.GetBytes(body));
}
