using System.Text;
using System.Text.Json;
using ClaudeCodeProxy.Translation.Errors;

namespace Proxy.Tests.Translation.Errors;

public sealed class UpstreamProblemTests
{
    [Theory]
    [InlineData("OpenAI",
        """{"error":{"message":"Unsupported value: 'temperature' does not support 0 with this model.","type":"invalid_request_error","param":"temperature","code":"unsupported_value"}}""",
        "Unsupported value: 'temperature' does not support 0 with this model.", "invalid_request_error unsupported_value", "temperature")]
    [InlineData("vLLM", """{"error":{"message":"bad","type":"BadRequestError","param":"stream_options","code":400}}""", "bad", "BadRequestError 400",
        "stream_options")]
    [InlineData("vLLM, SGLang before", """{"object":"error","message":"bad","type":"BadRequestError","param":null,"code":40303}""", "bad",
        "BadRequestError 40303", "")]
    [InlineData("Ollama", """{"error":"bad"}""", "bad", "", "")]
    [InlineData("Fastify", """{"statusCode":400,"error":"Bad Request","message":"bad"}""", "bad", "400", "")]
    [InlineData("Nest", """{"message":["bad","worse"],"error":"Bad Request","statusCode":400}""", "bad; worse", "400", "")]
    [InlineData("FastAPI", """{"detail":"bad"}""", "bad", "", "")]
    [InlineData("FastAPI on members",
        """{"detail":[{"type":"extra_forbidden","loc":["body","parallel_tool_calls"],"msg":"Extra inputs are not permitted","input":true},{"type":"missing","loc":["body","messages",0,"content"],"msg":"Field required","input":{"role":"user"}}]}""",
        "parallel_tool_calls: Extra inputs are not permitted; messages.0.content: Field required", "extra_forbidden missing", "parallel_tool_calls")]
    [InlineData("FastAPI on a short member", """{"detail":[{"loc":["body","n"],"msg":"Extra inputs are not permitted"}]}""",
        "n: Extra inputs are not permitted", "", "n")]
    [InlineData("Mistral on members",
        """{"object":"error","message":{"detail":[{"type":"extra_forbidden","loc":["body","stream_options"],"msg":"Extra inputs are not permitted","input":{"include_usage":true}}]},"type":"invalid_request_error","param":null,"code":"invalid_request_invalid_args","raw_status_code":422}""",
        "stream_options: Extra inputs are not permitted", "extra_forbidden invalid_request_error invalid_request_invalid_args", "stream_options")]
    [InlineData("Mistral on messages",
        """{"object":"error","message":"Expected last role User or Tool (or Assistant with prefix True) for serving but got assistant","type":"invalid_request_message_order","param":null,"code":"3230"}""",
        "Expected last role User or Tool (or Assistant with prefix True) for serving but got assistant", "invalid_request_message_order 3230", "")]
    [InlineData("Google",
        """[{ "error": { "code": 400, "message": "Invalid JSON payload received. Unknown name \"x\" at 'generation_config': Cannot find field.", "status": "INVALID_ARGUMENT", "details": [ { "@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": [ { "field": "generation_config", "description": "Invalid JSON payload received. Unknown name \"x\" at 'generation_config': Cannot find field." } ] } ] } }]""",
        "Invalid JSON payload received. Unknown name \"x\" at 'generation_config': Cannot find field.", "400 INVALID_ARGUMENT",
        "generation_config")]
    [InlineData("Google on a member that only the details name",
        """{"error":{"code":400,"message":"Request contains an invalid argument.","status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[{"field":"tools[0].x","description":"x is unknown."}]}]}}""",
        "Request contains an invalid argument. x is unknown.", "400 INVALID_ARGUMENT", "tools[0].x")]
    [InlineData("Google on a key",
        """{"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID","domain":"googleapis.com","metadata":{"service":"x"}},{"@type":"type.googleapis.com/google.rpc.LocalizedMessage","locale":"en-US","message":"API key not valid."}]}}""",
        "API key not valid.", "400 INVALID_ARGUMENT API_KEY_INVALID", "")]
    [InlineData("Azure's filter",
        """{"error":{"message":"The response was filtered","type":null,"param":"prompt","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{"hate":{"filtered":true,"severity":"high"}}}}}""",
        "The response was filtered", "content_filter 400 ResponsibleAIPolicyViolation", "prompt")]
    [InlineData("Azure's gateway", """{ "statusCode": 401, "message": "Access denied" }""", "Access denied", "401", "")]
    [InlineData("DashScope", """{"code":"InvalidParameter","message":"bad","request_id":"r1"}""", "bad", "InvalidParameter", "")]
    [InlineData("Zhipu", """{"error":{"code":"1261","message":"Prompt exceeds max length"}}""", "Prompt exceeds max length", "1261", "")]
    [InlineData("Zhipu with status 200", """{"code":500,"msg":"404 NOT_FOUND","success":false}""", "404 NOT_FOUND", "500", "")]
    [InlineData("MiniMax with status 200", """{"id":"1","choices":null,"base_resp":{"status_code":2013,"status_msg":"invalid params"}}""",
        "invalid params", "2013", "")]
    [InlineData(
        "MiniMax", """{"type":"error","error":{"type":"bad_request_error","message":"invalid params (2013)","http_code":"400"},"request_id":"1"}""",
        "invalid params (2013)", "error bad_request_error 400", "")]
    [InlineData("Bedrock", """{"message":"The model returned the following errors: bad"}""", "The model returned the following errors: bad", "", "")]
    [InlineData("API Gateway", """{"Message":"User is not authorized"}""", "User is not authorized", "", "")]
    [InlineData("TGI", """{"error":"Input validation error: bad","error_type":"validation"}""", "Input validation error: bad", "validation", "")]
    [InlineData("Hugging Face", """{"error":["Error in `parameters.x`: y","Error in z"]}""", "Error in `parameters.x`: y; Error in z", "", "")]
    [InlineData(
        "Cloudflare", """{"errors":[{"message":"AiError: bad","code":7003}],"success":false,"result":{},"messages":[]}""", "AiError: bad", "7003",
        "")]
    [InlineData("plain text", "404 page not found\n", "404 page not found", "", "")]
    [InlineData("an event", "event: error\ndata: {\"error\":{\"message\":\"bad\",\"code\":502}}\n\n", "bad", "502", "")]
    [InlineData("half a response", """{"error":{"message":"bad","type":"x","code":""", "bad", "x", "")]
    [InlineData("a page", "<html><body>502 {nginx}</body></html>", "", "", "")]
    [InlineData("a page cut off", "<!doctype html>\n<html><body>502", "", "", "")]
    [InlineData("nothing", "", "", "", "")]
    [InlineData("null", "null", "", "", "")]
    [InlineData("no members", "{}", "", "", "")]
    public void Every_shape_of_an_error_is_read(string vendor, string body, string message, string kind, string param)
    {
        var problem = Read(body);
        Assert.Equal((vendor, message, kind, param), (vendor, problem.Message, problem.Kind, problem.Param));
    }

    [Theory]
    [InlineData("plain text", "the provider's words", "the provider's words", "400 ", "")]
    [InlineData("JSON", """{"error":{"message":"the provider's words","type":"t","param":"p","code":"c"}}""", "the provider's words", "400 t c", "p")]
    [InlineData("JSON after a prefix", """litellm.BadRequestError: VertexAIException - b'{"error":{"message":"the provider’s words"}}'""",
        "the provider’s words", "400", "")]
    [InlineData("Google's JSON after a prefix", "VertexAI - [\n{ \"error\": { \"message\": \"the provider's words\", \"status\": \"X\" } }\n]\n",
        "the provider's words", "400 X", "")]
    [InlineData("JSON cut off", """{"error":{"message":"the provider's words","type""", "the provider's words", "400", "")]
    [InlineData("JSON in the middle", """Got {"message":"x"} in a schema""", """Got {"message":"x"} in a schema""", "400", "")]
    [InlineData("other braces", "Invalid value {x}", "Invalid value {x}", "400", "")]
    [InlineData("an example in JSON", """the 'type' of {"type":"x"}""", """the 'type' of {"type":"x"}""", "400 x", "")]
    [InlineData("nothing", "", "Provider returned error", "400", "")]
    [InlineData("a page", "<html>Bad gateway</html>", "Provider returned error", "400", "")]
    public void The_providers_own_words_behind_OpenRouter_stand_in_the_messages_place(
        string vendor, string raw, string message, string kind, string param)
    {
        var text = JsonSerializer.Serialize(raw);
        var problem = Read($$$"""{"error":{"message":"Provider returned error","code":400,"metadata":{"raw":{{{text}}},"provider_name":"X"} } }""");
        Assert.Equal((vendor, message, kind.Trim(), param), (vendor, problem.Message, problem.Kind, problem.Param));
    }

    [Fact]
    public void Gateways_behind_gateways_are_read_four_deep_and_no_deeper()
    {
        var body = """{"error":{"message":"the provider's words","code":"c0"}}""";
        for (var depth = 1; depth <= 3; depth++)
            body = $$$"""{"error":{"message":"Provider returned error","metadata":{"raw":{{{JsonSerializer.Serialize(body)}}} } } }""";
        Assert.Equal("the provider's words", Read(body).Message);

        for (var depth = 0; depth < 20; depth++)
            body = $$"""{"error":{{JsonSerializer.Serialize(body.Length < 60_000 ? body : "{}")}} }""";
        Assert.StartsWith("{", Read(body).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_moderation_found_is_told_with_its_message()
    {
        var problem = Read(
            """{"error":{"message":"x/y requires moderation. Your input was flagged.","code":403,"metadata":{"reasons":["violence","hate"],"flagged_input":"kill the process","provider_name":"X","model_slug":"x/y"}}}""");
        Assert.Equal("x/y requires moderation. Your input was flagged. violence; hate; kill the process", problem.Message);
    }

    [Fact]
    public void Of_endless_details_the_first_are_told()
    {
        var details = string.Join(',', Enumerable.Range(0, 100_000).Select(number => $"\"detail {number}\""));
        Assert.InRange(Read($$"""{"detail":[{{details}}]}""").Message.Length, 1000, 1100);
    }

    [Fact]
    public void Counts_of_tokens_are_read_where_they_have_their_own_member()
    {
        var problem = Read("""{"error":{"code":400,"message":"m","type":"exceed_context_size_error","n_prompt_tokens":40005,"n_ctx":16384}}""");
        Assert.Equal((40005, 16384), (problem.PromptTokens, problem.ContextTokens));
    }

    [Theory]
    [InlineData("You requested up to 32000 tokens, but can only afford 27342. To increase, visit https://x.ai/credits", 27342)]
    [InlineData("This request requires more credits. You can only afford 1,234 tokens", 1234)]
    [InlineData("Insufficient credits", null)]
    [InlineData("you can only afford less", null)]
    public void What_the_credit_affords_is_known(string message, int? tokens) =>
        Assert.Equal(tokens, Read($$$"""{"error":{"message":"{{{message}}}","code":402}}""").AffordableTokens);

    [Theory]
    [InlineData("1429", 502)]
    [InlineData("429", 429)]
    [InlineData("RESOURCE_EXHAUSTED", 429)]
    [InlineData("UNAVAILABLE", 529)]
    [InlineData("INVALID_ARGUMENT", 400)]
    public void A_code_is_no_part_of_another(string code, int status) =>
        Assert.Equal(status, ProblemTopics.FindStatus(Read($$"""{"error":{"code":"{{code}}"} }""")));

    private static UpstreamProblem Read(string body) => UpstreamProblem.Read(Encoding.UTF8.GetBytes(body));
}
