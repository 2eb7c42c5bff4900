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
        """[{"error":{"code":400,"message":"The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).","status":"INVALID_ARGUMENT"}}]""", "prompt is too long: 1200000 tokens > 1048576 maximum")]
    public void A_prompt_that_does_not_fit_is_said_in_the_words_that_make_clients_compact(string body, string message)
    {
        var error = Translate(400, body);
        Assert.Equal(("invalid_request_error", message), (error.Type, error.Message));
    }

    [Theory]
    [InlineData("""{"error":{"message":"no such model"}}""", "has no such model", "ANTHROPIC_DEFAULT_*_MODEL")]
    [InlineData("""{"error":{"message":"The model `gpt-9` does not exist","code":"model_not_found"}}""", "has no such model", "PROXY_MODEL_MAP")]
    [InlineData("""{"error":{"code":"DeploymentNotFound","message":"Nothing of this name exists."}}""", "has no such model", "PROXY_MODEL_MAP")]
    [InlineData("""{"error":{"message":"No endpoints found that support tool use.","code":404}}""", "has no such model", "support tool use")]
    [InlineData("404 page not found", "knows no such path", "OPENAI_BASE_URL")]
    [InlineData("<html>nginx</html>", "knows no such model or path", "OPENAI_BASE_URL")]
    [InlineData("{}", "knows no such model or path", "PROXY_MODEL_MAP")]
    [InlineData("""{"detail":"Not Found"}""", "knows no such path", "Not Found")]
    [InlineData("""{"error":{"message":"Item with id 'rs_1' not found.","type":"invalid_request_error","param":"input","code":null}}""",
        "does not find what the request names", "rs_1")]
    public void What_is_not_found_is_a_model_or_a_path_or_a_part_of_the_request(string body, string what, string then)
    {
        var error = Translate(404, body);
        Assert.Equal("not_found_error", error.Type);
        Assert.All([what, then], part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
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
    [InlineData(
        402, "Insufficient credits. Add more using https://openrouter.ai/settings/credits", "Insufficient credits. Add more using [redacted]")]
    [InlineData(402, "Prompt tokens limit exceeded: 9045 > 6917. Upgrade to a paid account", "limit exceeded: 9045 > 6917.")]
    [InlineData(413, "Request too large in organization `org_01abc2345` on tokens per minute (TPM): Limit 12000, Requested 14137, please reduce it.",
        "organization `[redacted]` on tokens per minute (TPM): Limit 12000, Requested 14137,")]
    [InlineData(429, "z-ai/glm is temporarily rate-limited upstream. Please retry shortly.", "z-ai/glm is temporarily rate-limited upstream.")]
    [InlineData(403, "x/y requires moderation. Your input was flagged for violence.", "flagged for violence. Your key for the proxy is fine.")]
    [InlineData(403, "Country, region, or territory not supported", "territory not supported. Your key for the proxy is fine.")]
    [InlineData(403, "Project `proj_abc123` does not have access to model `gpt-9`", "Project `[redacted]` does not have access to model `gpt-9`")]
    public void The_reason_is_told_where_it_says_what_to_do(int status, string message, string told)
    {
        var error = Translate(status, $$"""{"error":{"message":"{{message}}"} }""");
        Assert.Equal(status, error.Status);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Invalid API key for model gpt-9")]
    [InlineData("User is not authorized")]
    [InlineData("")]
    public void Of_a_forbidden_key_nothing_is_told(string message)
    {
        var error = Translate(403, $$"""{"error":{"message":"{{message}}"} }""");
        Assert.Equal(
            "The upstream forbids this to the proxy's own key (403): check OPENAI_API_KEY where the proxy runs. Your key for the proxy is fine.",
            error.Message);
    }

    [Fact]
    public void The_reason_behind_a_gateway_decides_and_is_told()
    {
        var overflow = Translate(400,
            """{"error":{"message":"Provider returned error","code":400,"metadata":{"raw":"{\"error\":{\"message\":\"Input length 140000 exceeds the maximum length 131072\",\"code\":400}}","provider_name":"X"}}}""");
        Assert.Equal("prompt is too long: 140000 tokens > 131072 maximum", overflow.Message);

        var failed = Translate(502,
            """{"error":{"message":"Provider returned error","code":502,"metadata":{"raw":"{\"type\":\"invalid_request_error\",\"message\":\"no\"}"} } }""");
        Assert.Equal((400, "The upstream refused the request: no"), (failed.Status, failed.Message));

        var spent = Translate(429, """{"error":{"message":"Provider returned error","code":429,"metadata":{"raw":"Monthly budget is used up."}}}""");
        Assert.True(spent.IsLasting);
        Assert.EndsWith("Monthly budget is used up.", spent.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_request_that_is_more_than_the_rate_limit_is_not_to_be_repeated()
    {
        var error = Translate(429,
            """{"error":{"message":"Request too large for gpt-4o in organization org-abc12345 on tokens per min (TPM): Limit 30000, Requested 40000.","type":"tokens","code":"rate_limit_exceeded"}}""");
        Assert.Equal(("rate_limit_error", true), (error.Type, error.IsLasting));
        Assert.EndsWith("organization [redacted] on tokens per min (TPM): Limit 30000, Requested 40000.", error.Message, StringComparison.Ordinal);
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
    [InlineData("""{"error":{"message":"余额不足或无可用资源包,请充值。","code":"1113"}}""", true)]
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
