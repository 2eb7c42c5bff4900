using System.Net;
using System.Text.Json.Nodes;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Upstreams;
using ClaudeCodeProxy.Providers;

namespace Proxy.Tests.Server.Endpoints;

/// <summary>An upstream refuses a part of a request: it is asked once more without, and from then on at once.</summary>
public sealed class RefusalTests
{
    private const string Tools =
        "\"tools\":[{\"name\":\"Read\",\"input_schema\":{\"type\":\"object\",\"properties\":{}}},{\"name\":\"Write\",\"input_schema\":{\"type\":\"object\",\"properties\":{}}}],";
    private const string Adaptive = "\"thinking\":{\"type\":\"adaptive\"},";
    private const string Schema = "\"output_config\":{\"format\":{\"type\":\"json_schema\",\"schema\":{\"type\":\"object\",\"properties\":{}}}},";

    private const string Response =
        """{"id":"r","status":"completed","output":[{"type":"message","id":"m","content":[{"type":"output_text","text":"Hello."}]}],"usage":{"input_tokens":9,"output_tokens":2}}""";
    private const string Called =
        """{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"tool_use","id":"toolu_call_123","name":"Read","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_call_123","content":"x"},{"type":"text","text":"b"}]}""";
    private const string Thought =
        """{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"thinking","thinking":"t","signature":""},{"type":"text","text":"b"}]},{"role":"user","content":"c"}""";

    public static TheoryData<Wording> Wordings =>
    [
        new("temperature", Error("Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.",
            "temperature", "unsupported_value"), "\"temperature\"") { Options = "\"temperature\":0.2,", Degraded = "temperature" },
        new("max_tokens", Error("Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
            "max_tokens", "unsupported_parameter"), "\"max_tokens\"") { Then = "\"max_completion_tokens\":100" },
        new("max_completion_tokens", Error("Unrecognized request argument supplied: max_completion_tokens", null, null), "\"max_completion_tokens\"")
            { Model = "gpt-5", Provider = nameof(Provider.Unknown), Then = "\"max_tokens\":100" },
        new("a limit", Error("max_tokens is too large: 100. This model supports at most 64 completion tokens.", "max_tokens", "invalid_value"),
            "\"max_tokens\":100") { Then = "\"max_tokens\":64", Degraded = "max_tokens" },
        new("stream_options", """{"detail":[{"type":"extra_forbidden","loc":["body","stream_options"],"msg":"Extra inputs are not permitted"}]}""",
            "stream_options") { Options = "\"stream\":true,", Degraded = "stream_options", Status = 422 },
        new("stream", Error("Your organization must be verified to stream this model.", "stream", "unsupported_value"), "\"stream\":true")
            { Options = "\"stream\":true,", Degraded = "stream" },
        new("parallel_tool_calls", Error("Unknown parameter: 'parallel_tool_calls'.", null, null), "parallel_tool_calls")
            { Options = Tools + "\"tool_choice\":{\"type\":\"auto\",\"disable_parallel_tool_use\":true},", Degraded = "disable_parallel_tool_use" },
        new("stop", Error("Unsupported parameter: 'stop' is not supported with this model.", "stop", "unsupported_parameter"), "\"stop\"")
            { Options = "\"stop_sequences\":[\"x\"],", Degraded = "stop_sequences" },
        new(
            "user",
            Error("Unrecognized request argument supplied: user", null, null),
            "\"user\":\"u\"") { Options = "\"metadata\":{\"user_id\":\"u\"}," },
        new("prompt_cache_key", Error("Unknown parameter: 'prompt_cache_key'.", "prompt_cache_key", "unknown_parameter"), "prompt_cache_key")
            { Options = "\"metadata\":{\"user_id\":\"user_1_account__session_2\"}," },
        new("service_tier", Error("The service_tier 'priority' is not available for this model.", "service_tier", "invalid_value"), "service_tier")
            { Options = "\"speed\":\"fast\",", Degraded = "speed" },
        new("response_format", Error("Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
            "response_format", null), "json_schema") { Options = Schema, Then = "Answer with one JSON object" },
        new("an effort", Error("Unsupported value: 'high' is not supported with the 'big' model. Supported values are: 'low' and 'medium'.",
            "reasoning_effort", "unsupported_value"), "\"high\"")
            { Model = "gpt-5.4", Options = Adaptive + "\"output_config\":{\"effort\":\"high\"},", Then = "\"medium\"" },
        new("every effort", Error("Unknown parameter: 'reasoning_effort'.", "reasoning_effort", "unknown_parameter"), "reasoning_effort")
            { Model = "gpt-5", Options = Adaptive, Degraded = "thinking" },
        new("a summary", Error("Your organization must be verified to generate reasoning summaries.", "reasoning.summary", "unsupported_value"),
            "\"summary\"")
            {
                Model = "gpt-5.4",
                Api = Api.Responses,
                Options = Adaptive,
                Then = "\"effort\":\"medium\"",
                Degraded = "thinking_summary"
            },
        new("store", Error("Unknown parameter: 'store'.", "store", "unknown_parameter"), "\"store\"") { Model = "gpt-5.4", Api = Api.Responses },
        new("reasoning_content", Error("'messages.1' : property 'reasoning_content' is unsupported", null, null), "reasoning_content")
            { Model = "qwen3-max", Provider = nameof(Provider.Moonshot), Messages = Thought },
        new(
            "Mistral's order",
            """{"object":"error","message":"Unexpected role 'user' after role 'tool'","type":"invalid_request_message_order","code":"3230"}""",
            "x\"},{\"role\":\"user\"") { Messages = Called, Then = "\"Understood.\"" },
        new(
            "Mistral's ids",
            """{"object":"error","message":"Tool call id was call_123 but must be a-z, A-Z, 0-9, with a length of 9.","code":3280}""",
            "call_123") { Messages = Called },
        new("a forced choice while thinking", Error("tool_choice 'required' is incompatible with thinking enabled", null, null), "\"required\"")
            { Options = Tools + "\"tool_choice\":{\"type\":\"any\"},", Then = "tool_choice", Degraded = "tool_choice" },
    ];

    [Theory]
    [MemberData(nameof(Wordings))]
    public async Task What_is_refused_is_left_out_at_once_and_from_then_on(Wording wording)
    {
        await using var upstream = await Refusing(wording.Refused, wording.Error, wording.Status);
        upstream.Provider = wording.Provider;
        await using var proxy = await RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl) with
        {
            Upstream = new UpstreamOptions { BaseUrl = upstream.BaseUrl, Provider = Enum.Parse<Provider>(wording.Provider), Api = wording.Api },
            Models = new ModelOptions(wording.Model, null, null),
        });

        using var first = await proxy.Post("/v1/messages", wording.Request);
        using var second = await proxy.Post("/v1/messages", wording.Request);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal([true, false, false],
            upstream.Received.Select(received => received.Body.Contains(wording.Refused, StringComparison.Ordinal)));
        Assert.Equal(upstream.Received[1].Body, upstream.Received[2].Body);
        Assert.Contains(wording.Then, upstream.Received[2].Body, StringComparison.Ordinal);
        Assert.All([first, second], response => Assert.Equal(wording.Degraded,
            response.Headers.TryGetValues("x-proxy-degraded", out var said) ? string.Join(", ", said) : ""));
        Assert.Single(proxy.Log.Split('\n'), line => line.Contains("refuses", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Invalid 'messages[0].content': string too long.")]
    [InlineData("Invalid value for temperature: must be between 0 and 1.")]
    [InlineData("The model stopped because the user asked for it.")]
    [InlineData("Something went wrong.")]
    public async Task What_is_not_understood_is_the_clients_error_and_asked_once(string message)
    {
        await using var upstream = await TestUpstream.Answering(Error(message, null, null), 400);
        await using var proxy = await RunningProxy.Before(upstream);

        using var response = await proxy.Post("/v1/messages", Samples.Request.Replace("\"max_tokens\"", "\"temperature\":2,\"max_tokens\"",
            StringComparison.Ordinal));

        Assert.Equal("invalid_request_error", await AnthropicError.TypeOf(response, HttpStatusCode.BadRequest));
        Assert.Single(upstream.Received);
    }

    [Fact]
    public async Task An_upstream_that_refuses_one_thing_after_the_other_is_asked_without_all_of_them()
    {
        TestUpstream? upstream = null;
        await using var started = upstream = await TestUpstream.Start(context =>
        {
            var body = upstream!.Received[^1].Body;
            foreach (var name in new[] { "temperature", "top_p", "stop" })
            {
                if (body.Contains($"\"{name}\":", StringComparison.Ordinal))
                    return TestUpstream.Answer(context, Error($"'{name}' is not supported", name, "unsupported_parameter"), 400);
            }

            return TestUpstream.Answer(context, Samples.Answer);
        });
        await using var proxy = await RunningProxy.Before(upstream);

        using var response = await proxy.Post("/v1/messages", Samples.Request.Replace("\"max_tokens\"",
            "\"temperature\":0.5,\"top_p\":0.5,\"stop_sequences\":[\"x\"],\"max_tokens\"", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(4, upstream.Received.Count);
        Assert.Equal("temperature, top_p, stop_sequences", Assert.Single(response.Headers.GetValues("x-proxy-degraded")));
    }

    [Fact]
    public async Task So_many_tokens_as_the_credit_affords_are_asked_for_once()
    {
        await using var upstream = await Refusing("\"max_tokens\":100",
            Error(
                "This request requires more credits, or fewer max_tokens. You requested up to 100 tokens, but can only afford 42.", null, null), 402);
        upstream.Provider = nameof(Provider.OpenRouter);
        await using var proxy = await RunningProxy.Before(upstream);

        using var first = await proxy.Post("/v1/messages", Samples.Request);
        using var second = await proxy.Post("/v1/messages", Samples.Request);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal([100, 42, 100, 42], upstream.Received.Select(received => (int)JsonNode.Parse(received.Body)!["max_tokens"]!));
    }

    private static string Error(string message, string? param, string? code) => new JsonObject
    {
        ["error"] = new JsonObject { ["message"] = message, ["type"] = "invalid_request_error", ["param"] = param, ["code"] = code },
    }.ToJsonString();

    private static async Task<TestUpstream> Refusing(string part, string error, int status)
    {
        TestUpstream upstream = null!;
        upstream = await TestUpstream.Start(context =>
        {
            var received = upstream.Received[^1];
            if (received.Body.Contains(part, StringComparison.Ordinal))
                return TestUpstream.Answer(context, error, status);
            return TestUpstream.Answer(context, received.Path.EndsWith("/responses", StringComparison.Ordinal) ? Response : Samples.Answer);
        });
        return upstream;
    }

    /// <summary>How an upstream says that it refuses something, and what is left of the request.</summary>
    /// <param name="Refused">What of the request upstream is refused.</param>
    public sealed record Wording(string What, string Error, string Refused)
    {
        public string Model { get; init; } = "big";

        internal Api Api { get; init; } = Api.ChatCompletions;

        public string Provider { get; init; } = "OpenAI";

        public string Options { get; init; } = "";

        public string Messages { get; init; } = """{"role":"user","content":"Say hello."}""";

        public int Status { get; init; } = 400;

        /// <summary>What stands there instead.</summary>
        public string Then { get; init; } = "";

        public string Degraded { get; init; } = "";

        public string Request => $"{{\"model\":\"claude-opus-4-8\",{Options}\"max_tokens\":100,\"messages\":[{Messages}]}}";

        public override string ToString() => What;
    }
}
