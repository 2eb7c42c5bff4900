using System.Net;

namespace Proxy.Tests.Server.Endpoints;

/// <summary>What an upstream refuses of tools is found out by one refusal, and remembered.</summary>
public sealed class LearntSchemaTests
{
    private const string Pattern = """
        {"error":{"message":"Invalid schema for function 'Edit': '^[^\\p{Cc}]+$' is not a 'regex'.","type":"invalid_request_error","param":"tools[0].parameters","code":"invalid_function_parameters"}}
        """;

    private const string Grammar =
        """{"error":{"code":400,"message":"Failed to initialize samplers: failed to parse grammar","type":"invalid_request_error"}}""";
    private const string Choice =
        """{"error":{"message":"Invalid tool_choice type: 'object'. Supported string values: none, auto, required","type":"invalid_request_error","param":"tool_choice"}}""";
    private const string Limit = """{"error":{"message":"'tools' : maximum number of items is 2","type":"invalid_request_error"}}""";

    private static readonly string Edit = With(
        """[{"name":"Edit","input_schema":{"type":"object","properties":{"name":{"type":"string","pattern":"^[^\\p{Cc}]+$","maxLength":99}}}}]""");

    [Fact]
    public async Task A_pattern_that_is_refused_is_left_out_and_that_is_told_each_time()
    {
        await using var upstream = await Refusing("\\\\p{", Pattern);
        await using var proxy = await RunningProxy.Before(upstream);

        using var first = await proxy.Post("/v1/messages", Edit);
        using var second = await proxy.Post("/v1/messages", Edit);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(3, upstream.Received.Count);
        Assert.Contains("""{"name":{"type":"string","maxLength":99}}""", upstream.Received[1].Body, StringComparison.Ordinal);
        Assert.Equal(upstream.Received[1].Body, upstream.Received[2].Body);
        Assert.Equal(["schema", "schema"], new[] { first, second }.Select(reply => Assert.Single(reply.Headers.GetValues("x-proxy-degraded"))));
        Assert.Single(proxy.Log.Split('\n'), line => line.Contains("refuses in schemas ecmascript-patterns", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_grammar_that_fails_without_a_reason_is_tried_once_more_with_the_core_alone()
    {
        await using var upstream = await Refusing("maxLength", Grammar);
        await using var proxy = await RunningProxy.Before(upstream);

        using var first = await proxy.Post("/v1/messages", Edit);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Contains("""{"name":{"type":"string"}}""", upstream.Received[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_helps_nothing_is_the_clients_error_after_two_requests()
    {
        await using var upstream = await Refusing("Edit", Grammar);
        await using var proxy = await RunningProxy.Before(upstream);

        using var first = await proxy.Post("/v1/messages", Edit);
        Assert.Equal("invalid_request_error", await AnthropicError.TypeOf(first, HttpStatusCode.BadRequest));
        Assert.Equal(2, upstream.Received.Count);
    }

    [Fact]
    public async Task A_named_tool_becomes_the_only_one_where_a_name_is_refused()
    {
        await using var upstream = await Refusing("\"tool_choice\":{", Choice);
        await using var proxy = await RunningProxy.Before(upstream);
        var request = With(
            """[{"name":"a","input_schema":{"type":"object"}},{"name":"b","input_schema":{"type":"object"}}],"tool_choice":{"type":"tool","name":"b"}""");

        using var first = await proxy.Post("/v1/messages", request);
        using var second = await proxy.Post("/v1/messages", request);

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(3, upstream.Received.Count);
        Assert.EndsWith("\"tool_choice\":\"required\",\"max_tokens\":100}", upstream.Received[2].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"a\"", upstream.Received[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_that_is_refused_in_every_form_is_free()
    {
        await using var upstream = await Refusing("\"tool_choice\":\"required\"", Choice);
        await using var proxy = await RunningProxy.Before(upstream);
        var request = With("""[{"name":"a","input_schema":{"type":"object"}}],"tool_choice":{"type":"any"}""");

        using var first = await proxy.Post("/v1/messages", request);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Contains("\"tool_choice\":\"auto\"", upstream.Received[1].Body, StringComparison.Ordinal);
        Assert.Equal("tool_choice", Assert.Single(first.Headers.GetValues("x-proxy-degraded")));
    }

    [Fact]
    public async Task No_more_tools_are_offered_than_the_upstream_said_to_take()
    {
        await using var upstream = await Refusing("\"c\"", Limit);
        await using var proxy = await RunningProxy.Before(upstream);
        var request = With("[" + string.Join(',', "abcd".Select(name => $$$"""{"name":"{{{name}}}","input_schema":{"type":"object"}}""")) + "]");

        using var first = await proxy.Post("/v1/messages", request);
        using var second = await proxy.Post("/v1/messages", request);

        Assert.Equal(3, upstream.Received.Count);
        Assert.Equal("tools=2", Assert.Single(second.Headers.GetValues("x-proxy-degraded")));
    }

    private static string With(string tools) =>
        Samples.Request.Replace("\"max_tokens\"", $"\"tools\":{tools},\"max_tokens\"", StringComparison.Ordinal);

    private static async Task<TestUpstream> Refusing(string words, string refusal)
    {
        TestUpstream upstream = null!;
        upstream = await TestUpstream.Start(context =>
        {
            var isRefused = upstream.Received[^1].Body.Contains(words, StringComparison.Ordinal);
            return TestUpstream.Answer(context, isRefused ? refusal : Samples.Answer, isRefused ? 400 : 200);
        });
        return upstream;
    }
}
