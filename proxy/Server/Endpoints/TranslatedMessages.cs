using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Relaying;
using ClaudeCodeProxy.Translation;
using ClaudeCodeProxy.Translation.Errors;
using ClaudeCodeProxy.Translation.Requests;
using ClaudeCodeProxy.Translation.Responses;
using ClaudeCodeProxy.Translation.ResponsesApi;
using ClaudeCodeProxy.Translation.Tokens;
using ClaudeCodeProxy.Upstream;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>Serves models of other APIs than Anthropic's: translates the request, asks the upstream, translates back.</summary>
internal sealed class TranslatedMessages(ServerContext server) : UpstreamCaller<TranslatedCall>(server)
{
    private const int MaxErrorBytes = 64 << 10;

    private readonly ModelObservations _observations = new();

    /// <summary>Writes the request as it goes upstream.</summary>
    public TranslatedCall Translate(Exchange exchange, ReadOnlyMemory<byte> body, PooledBuffer output)
    {
        var request = MessagesRequest.Parse(body);
        var route = _observations.Apply(Server.Router.Find(request.Model));
        ReportLosses(exchange, RequestTranslator.Translate(request, route, output));
        Server.Services.Log.Translated(exchange.RequestId, route, request.Stream, body.Length, output.Length);
        var context = ResponseContext.Create(request, route, Server.Services.Ids.NewMessageId());
        var promptTexts = PromptTruncation.EstimateTexts(request, route, context.EstimatedInputTokens);
        return new TranslatedCall(context, request.Stream, promptTexts);
    }

    public ValueTask ServeAsync(Exchange exchange, TranslatedCall call, ReadOnlyMemory<byte> body) =>
        AskAsync(exchange, call, new UpstreamRequest(call.Route, body));

    protected override async ValueTask<RequestCorrection?> RelayAsync(Exchange exchange, TranslatedCall call, Reply reply)
    {
        if (!reply.Response.IsSuccess)
            return await CorrectAsync(exchange, reply);
        if (call.IsStream)
            await RelayStreamAsync(exchange, call, reply);
        else
            await RelayMessageAsync(exchange, call, reply);
        return null;
    }

    private async ValueTask RelayMessageAsync(Exchange exchange, TranslatedCall call, Reply reply)
    {
        using var body = new PooledBuffer(16 << 10);
        if (!await reply.ReadAsync(body))
            throw Reply.TooLarge();
        using var message = new PooledBuffer(body.Length + 1024);
        var usage = ResponseTranslator.Translate(body.WrittenMemory, call.Context, message);
        ObserveContext(call, usage);
        Warn(exchange, call);
        await exchange.RespondAsync(200, message.WrittenMemory);
        LogCompleted(call, usage, reply);
    }

    private async ValueTask RelayStreamAsync(Exchange exchange, TranslatedCall call, Reply reply)
    {
        Warn(exchange, call);
        exchange.BeginEventStream();
        var stream = new TranslatedStream(call.Context, reply.Response.IsJson);
        using var relay = new StreamRelay(reply.Response, reply.Lifetime, stream, exchange);
        await relay.RunAsync(Server.Services.Clock, Server.Options.PingInterval);
        ObserveContext(call, stream.Usage);
        LogCompleted(call, stream.Usage, reply);
    }

    /// <summary>
    /// How to correct a request that the upstream refused. Where that is not possible the upstream's status decides the client's, and its words only
    /// as far as they are safe.
    /// </summary>
    private async ValueTask<RequestCorrection?> CorrectAsync(Exchange exchange, Reply reply)
    {
        using var body = new PooledBuffer();
        await reply.ReadAsync(body, MaxErrorBytes);
        var (request, response) = (reply.Request, reply.Response);
        Server.Services.Log.UpstreamRefused(exchange.RequestId, response);
        if (EncryptedReasoningRefusal.Matches(response.Status, body.WrittenSpan) && ReasoningItems.Any(request.Body.Span))
            return ReasoningItems.Remove;
        if (ReasoningRefusal.Matches(response.Status, body.WrittenSpan) && ReasoningMembers.Any(request.Body.Span))
        {
            _observations.AddReasoningRefusal(request.Route);
            return ReasoningMembers.Remove;
        }

        RetryHeaders.Copy(response, exchange.ResponseHeaders);
        throw new ApiErrorException(UpstreamErrorTranslator.Translate(response.Status, body.WrittenSpan, request.Route));
    }

    /// <summary>Tells the client what of its request the upstream does not get; in strict mode the upstream gets nothing at all.</summary>
    private void ReportLosses(Exchange exchange, Degradation lost)
    {
        if (lost.IsEmpty)
            return;
        if (Server.Options.IsStrict && lost.IsLossy)
        {
            throw new ApiErrorException(ApiError.InvalidRequest(
                $"The upstream cannot be told all of this request ({lost}), and PROXY_STRICT is set. Leave that out."));
        }

        exchange.ResponseHeaders["x-proxy-degraded"] = lost.ToString();
        Server.Services.Log.Degraded(exchange.RequestId, lost);
    }

    /// <summary>Tells the operator that a prompt was truncated, once a model.</summary>
    private void ObserveContext(TranslatedCall call, Usage usage)
    {
        if (_observations.AddUsage(call.Route, call.PromptTexts, usage))
            Server.Services.Log.PromptTruncated(UpstreamName(call), call.Route, call.PromptTexts, usage);
    }

    /// <summary>Tells the client too; for a stream with the next request, because headers go before the upstream counts.</summary>
    private void Warn(Exchange exchange, TranslatedCall call)
    {
        if (_observations.Warning(call.Route, call.PromptTexts) is { } warning)
            exchange.ResponseHeaders["x-proxy-warning"] = warning;
    }

    private void LogCompleted(TranslatedCall call, Usage usage, Reply reply) =>
        Server.Services.Log.Completed(UpstreamName(call), call.Route, usage, reply.Lifetime.Elapsed);

    private string UpstreamName(TranslatedCall call) => Server.Upstreams.Find(call.Route).Name;
}
