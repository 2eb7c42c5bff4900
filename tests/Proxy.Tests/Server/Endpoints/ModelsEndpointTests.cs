using System.Net;
using System.Text.Json;
using ClaudeCodeProxy.Configuration;
using Proxy.Tests.Configuration;

namespace Proxy.Tests.Server.Endpoints;

public sealed class ModelsEndpointTests : IAsyncLifetime
{
    private RunningProxy _proxy = null!;

    public async Task InitializeAsync() => _proxy = await Start();

    public async Task DisposeAsync() => await _proxy.DisposeAsync();

    [Fact]
    public async Task Tiers_and_names_of_the_map_are_listed()
    {
        var list = await Get("/v1/models?limit=1000");

        Assert.Equal(["claude-opus", "claude-sonnet", "claude-haiku", "my/model"], Ids(list));
        Assert.Equal(["gpt-5", "gpt-5", "gpt-5-mini", "local/qwen3"],
            list.GetProperty("data").EnumerateArray().Select(model => model.GetProperty("display_name").GetString()));
        Assert.Equal(128_000, list.GetProperty("data")[0].GetProperty("max_tokens").GetInt32());
        Assert.Equal(272_000, list.GetProperty("data")[0].GetProperty("max_input_tokens").GetInt32());
        Assert.Equal(("claude-opus", "my/model", false), Edges(list));
    }

    [Fact]
    public async Task A_list_can_be_walked_in_both_directions()
    {
        var first = await Get("/v1/models?limit=3");
        var second = await Get("/v1/models?limit=3&after_id=claude-haiku");
        var back = await Get("/v1/models?limit=3&before_id=my%2Fmodel");

        Assert.Equal(("claude-opus", "claude-haiku", true), Edges(first));
        Assert.Equal(("my/model", "my/model", false), Edges(second));
        Assert.Equal(Ids(first), Ids(back));
        Assert.Equal((null, null, false), Edges(await Get("/v1/models?after_id=my/model")));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=x")]
    [InlineData("after_id=nobody")]
    public async Task A_bad_page_is_refused(string query)
    {
        using var answer = await _proxy.Client.GetAsync($"/v1/models?{query}");

        Assert.Equal("invalid_request_error", await AnthropicError.TypeOf(answer, HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData("claude-opus", "gpt-5")]
    [InlineData("claude-opus-4-8", "gpt-5")]
    [InlineData("my/model", "local/qwen3")]
    [InlineData("my%2Fmodel", "local/qwen3")]
    [InlineData("star-7", "seven-7")]
    public async Task One_model_that_the_configuration_names_is_shown(string id, string shown)
    {
        var model = await Get($"/v1/models/{id}");

        Assert.Equal("model", model.GetProperty("type").GetString());
        Assert.Equal(Uri.UnescapeDataString(id), model.GetProperty("id").GetString());
        Assert.Equal(shown, model.GetProperty("display_name").GetString());
    }

    [Theory]
    [InlineData("gpt-4.1")]
    [InlineData("")]
    public async Task Any_other_model_is_not_found_and_the_variables_to_set_are_named(string id)
    {
        using var answer = await _proxy.Client.GetAsync($"/v1/models/{id}");

        Assert.Equal("not_found_error", await AnthropicError.TypeOf(answer, HttpStatusCode.NotFound));
        Assert.Contains("PROXY_MODEL_MAP", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/models")]
    [InlineData("/v1/models/claude-opus")]
    public async Task Models_are_shown_to_those_with_the_key_in_either_header(string path)
    {
        await using var proxy = await Start(("ANTHROPIC_API_KEY", "c"));

        Assert.Equal(HttpStatusCode.Unauthorized, await Status());
        Assert.Equal(HttpStatusCode.OK, await Status(("x-api-key", "c")));
        Assert.Equal(HttpStatusCode.OK, await Status(("Authorization", "Bearer c")));

        async Task<HttpStatusCode> Status(params (string, string)[] headers)
        {
            using var answer = await proxy.Send(new HttpRequestMessage(HttpMethod.Get, path), headers);
            return answer.StatusCode;
        }
    }

    private static Task<RunningProxy> Start(params (string, string)[] more)
    {
        var options = Configured.WithKey(
            [("PROXY_PROVIDERS", "local"), ("PROXY_LOCAL_BASE_URL", "http://localhost:1/v1"),
                ("PROXY_MODEL_MAP", "my/model=local/qwen3,star-*=seven-*"), .. more]);
        return RunningProxy.Start(options with { Listen = new ListenAddress(IPAddress.Loopback, 0) });
    }

    private async Task<JsonElement> Get(string path) => JsonDocument.Parse(await _proxy.Client.GetStringAsync(path)).RootElement;

    private static IEnumerable<string?> Ids(JsonElement list) =>
        list.GetProperty("data").EnumerateArray().Select(model => model.GetProperty("id").GetString());

    private static (string?, string?, bool) Edges(JsonElement list) =>
        (list.GetProperty("first_id").GetString(), list.GetProperty("last_id").GetString(), list.GetProperty("has_more").GetBoolean());
}
