using System.Buffers;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
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

/// <summary><c>POST /v1/messages</c>: translate, ask the upstream, translate back.</summary>
internal sealed class MessagesEndpoint(ProxyOptions options, Upstreams upstreams, ServerParts parts, CancellationToken shutdown)
{
    private const int MaxAnswerBytes = 64 << 20;
    private const int MaxErrorBytes = 64 << 10;

    private readonly ModelRouter _router = new(options);
    private readonly Passthrough _passthrough = new(options, upstreams, parts, shutdown);

    private readonly ModelLessons _lessons = new();

    public async ValueTask Handle(Exchange exchange)
    {
        using var sent = new PooledBuffer(64 << 10);
        var call = await ReadRequest(exchange, sent);
        if (call.IsPassedThrough)
        {
            await _passthrough.Serve(exchange, call.Route, sent.WrittenMemory);
            return;
        }

        await AskUntilTaken(exchange, call, sent.WrittenMemory);
    }

    /// <summary>Each remedy takes out all that it is against, so that none is used twice.</summary>
    private async ValueTask AskUntilTaken(Exchange exchange, Call call, ReadOnlyMemory<byte> body)
    {
        if (await Ask(exchange, call, body) is not { } remedy) return;
        using var mended = new PooledBuffer(body.Length);
        remedy(body.Span, mended);
        await AskUntilTaken(exchange, call, mended.WrittenMemory);
    }

    /// <summary>Null when it is answered; else what is to be done to the request before the upstream is asked again.</summary>
    private async ValueTask<Remedy?> Ask(Exchange exchange, Call call, ReadOnlyMemory<byte> body)
    {
        using var lifetime = new RequestLifetime(parts.Clock, options.IdleTimeout, exchange.ClientGone, shutdown);
        var upstream = upstreams.Of(call.Route);
        try
        {
            using var answer = await upstream.Send(new UpstreamRequest(call.Route, body), lifetime.Token);
            lifetime.Touch();
            if (!answer.IsSuccess) return await TakeError(exchange, answer, lifetime, (call.Route, body));
            if (call.IsStream) await RelayStream(exchange, answer, lifetime, call);
            else await RelayAnswer(exchange, answer, lifetime, call);
            return null;
        }
        catch (Exception e) when (UpstreamFailure.Explain(e, lifetime.Reason) is { } error)
        {
            parts.Log.UpstreamFailed(exchange.RequestId, upstream.Name, error);
            throw new ApiErrorException(error);
        }
    }

    private async ValueTask<Call> ReadRequest(Exchange exchange, PooledBuffer output)
    {
        using var body = await RequestBody.Read(exchange, options.MaxRequestBytes);
        if (_passthrough.Take(exchange.RequestId, body.Bytes.Span, output) is { } passed) return new Call(passed, null!, false, 0);
        var request = MessagesRequest.Parse(body.Bytes);
        var route = _lessons.Apply(_router.Find(request.Model));
        Tell(exchange, RequestTranslator.Translate(request, route, output));
        parts.Log.Translated(exchange.RequestId, route, request.Stream, body.Bytes.Length, output.Length);
        var context = AnswerContext.For(request, route, parts.Ids.NewMessageId());
        return new Call(route, context, request.Stream, parts.Clock.GetTimestamp()) { PromptTexts = PromptCut.TextsOf(request, route, context.EstimatedInputTokens) };
    }

    /// <summary>Whoever sent the request learns what of it the upstream does not get; in strict mode it gets nothing at all.</summary>
    private void Tell(Exchange exchange, Degradation lost)
    {
        if (lost.IsEmpty) return;
        if (options.IsStrict && lost.IsLossy)
            throw new ApiErrorException(ApiError.InvalidRequest($"The upstream cannot be told all of this request ({lost}), and PROXY_STRICT is set. Leave that out."));
        exchange.AnswerHeaders["x-proxy-degraded"] = lost.ToString();
        parts.Log.Degraded(exchange.RequestId, lost);
    }

    private async ValueTask RelayAnswer(Exchange exchange, UpstreamAnswer answer, RequestLifetime lifetime, Call call)
    {
        using var body = new PooledBuffer(16 << 10);
        var isWhole = await answer.ReadAll(body, MaxAnswerBytes, lifetime.Touch, lifetime.Token);
        if (!isWhole) throw new ApiErrorException(ApiError.BadGateway("The upstream's answer is too large."));
        using var message = new PooledBuffer(body.Length + 1024);
        var usage = ResponseTranslator.Translate(body.WrittenMemory, call.Context, message);
        Learn(call, usage);
        Warn(exchange, call);
        await exchange.Answer(200, message.WrittenMemory);
        LogAnswered(call, usage);
    }

    private async ValueTask RelayStream(Exchange exchange, UpstreamAnswer answer, RequestLifetime lifetime, Call call)
    {
        Warn(exchange, call);
        exchange.AnswerWithEvents();
        var stream = new TranslatedStream(call.Context, answer.IsJson);
        using var relay = new StreamRelay(answer, lifetime, stream, exchange);
        await relay.Run(parts.Clock, options.PingInterval);
        Learn(call, stream.Usage);
        LogAnswered(call, stream.Usage);
    }

    /// <summary>The upstream's status decides the client's; its words only as far as they are safe.</summary>
    private async ValueTask<Remedy?> TakeError(Exchange exchange, UpstreamAnswer answer, RequestLifetime lifetime, (Route Route, ReadOnlyMemory<byte> Body) sent)
    {
        using var body = new PooledBuffer();
        await answer.ReadAll(body, MaxErrorBytes, lifetime.Touch, lifetime.Token);
        parts.Log.UpstreamRefused(exchange.RequestId, answer);
        if (SealRefusal.Is(answer.Status, body.WrittenSpan) && ReasoningItems.Any(sent.Body.Span)) return ReasoningItems.Remove;
        if (ReasoningRefusal.Is(answer.Status, body.WrittenSpan) && ReasoningMembers.Any(sent.Body.Span))
        {
            _lessons.RefusesReasoning(sent.Route);
            return ReasoningMembers.Remove;
        }

        RetryHeaders.Copy(answer, exchange.AnswerHeaders);
        throw new ApiErrorException(UpstreamErrorTranslator.Translate(answer.Status, body.WrittenSpan, sent.Route));
    }

    /// <summary>A prompt that was cut is told to whoever runs the proxy, once a model.</summary>
    private void Learn(Call call, Usage usage)
    {
        if (_lessons.LearnContext(call.Route, call.PromptTexts, usage)) parts.Log.PromptCut(upstreams.Of(call.Route).Name, call.Route, call.PromptTexts, usage);
    }

    /// <summary>And to the client; of a stream with the next request, because headers go before the upstream counts.</summary>
    private void Warn(Exchange exchange, Call call)
    {
        if (_lessons.Warning(call.Route, call.PromptTexts) is { } warning) exchange.AnswerHeaders["x-proxy-warning"] = warning;
    }

    private void LogAnswered(Call call, Usage usage) =>
        parts.Log.Answered(upstreams.Of(call.Route).Name, call.Route, usage, parts.Clock.GetElapsedTime(call.Began));

    /// <summary>Copies a request without what its upstream refused.</summary>
    private delegate void Remedy(ReadOnlySpan<byte> body, IBufferWriter<byte> output);

    /// <summary>What is kept of a request while its answer is awaited; the body itself is given up.</summary>
    private sealed record Call(Route Route, AnswerContext Context, bool IsStream, long Began)
    {
        public bool IsPassedThrough => Route.Api == Api.Messages;

        /// <summary>Estimated tokens of the prompt's texts; 0 where a cut prompt is not looked for.</summary>
        public int PromptTexts { get; init; }
    }
}
