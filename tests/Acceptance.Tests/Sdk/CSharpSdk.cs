using System.Text.Json;
using System.Text.Json.Nodes;
using Anthropic;
using Anthropic.Core;
using Anthropic.Exceptions;
using Anthropic.Models.Messages;
using Anthropic.Models.Models;

namespace Acceptance.Tests.Sdk;

/// <summary>The official client for .NET, with its own validation of answers switched on.</summary>
internal sealed class CSharpSdk : ISdk
{
    private static readonly Dictionary<string, JsonElement> None = [];

    public Task<JsonNode> Create(string request, SdkOptions options) => Told(options, async client =>
    {
        var message = await client.Messages.Create(MessageCreateParams.FromRawUnchecked(None, None, Members(request)));
        message.Validate();
        return Json(message);
    });

    public Task<JsonNode> Stream(string request, SdkOptions options, Action<string>? onText = null) => Told(options, async client =>
    {
        var events = client.Messages.CreateStreaming(MessageCreateParams.FromRawUnchecked(None, None, Members(request)));
        var message = await Watched(events, onText).Aggregate();
        message.Validate();
        return Json(message);
    });

    public Task<JsonNode> CountTokens(string request, SdkOptions options) =>
        Told(
            options,
            async client => Json(await client.Messages.CountTokens(MessageCountTokensParams.FromRawUnchecked(None, None, Members(request)))));

    public Task<JsonNode> Models(int pageSize, SdkOptions options) => Told(options, async client =>
    {
        var models = new JsonArray();
        var page = await client.Models.List(new ModelListParams { Limit = pageSize });
        await foreach (var model in page.Paginate())
            models.Add(Json(model));
        return models;
    });

    private static async Task<JsonNode> Told(SdkOptions options, Func<AnthropicClient, Task<JsonNode>> call)
    {
        using var client = new AnthropicClient(new ClientOptions
        {
            BaseUrl = options.Proxy.ToString().TrimEnd('/'),
            ApiKey = options.Key,
            MaxRetries = options.Retries,
            ResponseValidation = true,
        });
        try
        {
            return await call(client);
        }
        catch (AnthropicServiceException e)
        {
            throw new SdkException(e is AnthropicApiException answer ? (int)answer.StatusCode : 0, e.Type?.Raw() ?? "", e.Message);
        }
    }

    private static async IAsyncEnumerable<RawMessageStreamEvent> Watched(IAsyncEnumerable<RawMessageStreamEvent> events, Action<string>? onText)
    {
        await foreach (var one in events)
        {
            one.Validate();
            if (one.TryPickContentBlockDelta(out var delta) && delta.Delta.TryPickText(out var text))
                onText?.Invoke(text.Text);
            yield return one;
        }
    }

    private static Dictionary<string, JsonElement> Members(string json) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    private static JsonNode Json<T>(T model) => JsonSerializer.SerializeToNode(model)!;
}
