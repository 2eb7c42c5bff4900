using System.Diagnostics;
using ClaudeCodeProxy.Anthropic.Conversations;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Metrics;
using ClaudeCodeProxy.Server.Relaying;
using ClaudeCodeProxy.Server.Retrying;
using ClaudeCodeProxy.Translation;
using ClaudeCodeProxy.Translation.Checks;
using ClaudeCodeProxy.Translation.Errors;
using ClaudeCodeProxy.Translation.Refusals;
using ClaudeCodeProxy.Translation.Requests;
using ClaudeCodeProxy.Translation.Responses;
using ClaudeCodeProxy.Translation.Tokens;
using ClaudeCodeProxy.Upstream;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>Serves models of other APIs than Anthropic's: translates the request, asks the upstream, translates back.</summary>
internal sealed class TranslatedMessages(ServerContext server) : UpstreamCaller(server)
{
    private const int MaxErrorBytes = 64 << 10;
    private const string DegradedHeader = "x-proxy-degraded";

    private readonly KnownTools _tools = new();

    public async ValueTask ServeAsync(Exchange exchange, Attempts attempts, RequestBody body)
    {
        ApiVersion.Check(exchange.Headers);
        var began = Stopwatch.GetTimestamp();
        var request = Read(exchange, body);
        if (exchange.Record is { } record)
            (record.Session, record.IsStream) = (request.Session, request.Stream);
        var route = attempts.Begin(Server.Router.Find(request.Model));
        NameModel(exchange, route);
        var (call, reply) = await OpenAsync(exchange, attempts, request, route, began);
        using (reply)
        {
            await RelayAsync(exchange, attempts, reply,
                call.IsStream ? RelayStreamAsync(exchange, call, reply, body) : RelayMessageAsync(exchange, call, reply, body));
        }
    }

    /// <summary>
    /// Asks until the upstream takes the request, each time without what it refused. The client's own bytes are kept until the response begins:
    /// another attempt translates them again, perhaps for another upstream.
    /// </summary>
    /// <param name="began">When reading the request began.</param>
    private async ValueTask<(TranslatedCall Call, Reply Reply)> OpenAsync(
        Exchange exchange, Attempts attempts, MessagesRequest request, Route route, long began)
    {
        using var translated = new TranslatedRequest(request, Server.Observations.Apply(route));
        exchange.Record?.AddTranslation(began);
        while (true)
        {
            ReportLosses(exchange, translated.Lost);
            Server.Services.Log.Translated(exchange.RequestId, translated.Route, request.Stream, request.Body.Length, translated.Body.Length);
            var reply = await AskAsync(
                exchange, attempts, new UpstreamRequest(translated.Route, translated.Body) { Credential = attempts.Credential });
            if (reply.Response.IsSuccess)
            {
                Learn(translated);
                return (CreateCall(request, translated), reply);
            }

            using (reply)
                await RelayAsync(exchange, attempts, reply, CorrectAsync(exchange, attempts, translated, reply));
        }
    }

    private MessagesRequest Read(Exchange exchange, RequestBody body)
    {
        var request = MessagesRequest.Parse(body.Bytes, _tools);
        return Conversation.Resolve(request) with { Session = SessionId.Find(exchange.Headers, request) };
    }

    private TranslatedCall CreateCall(MessagesRequest request, TranslatedRequest translated)
    {
        var context = ResponseContext.Create(request, translated.Route, Server.Services.Ids.NewMessageId());
        context = context with { Checks = CallChecks.Create(request, Server.Options.Safeguards.Mode) };
        var texts = PromptTruncation.EstimateTexts(request, translated.Route, context.EstimatedInputTokens, context.IsEstimateRough);
        return new TranslatedCall(context, request.Stream, texts);
    }

    /// <summary>
    /// Corrects a request that the upstream refused. Where that is not possible the upstream's status decides the client's, and its words only as far
    /// as they are safe.
    /// </summary>
    private async ValueTask CorrectAsync(Exchange exchange, Attempts attempts, TranslatedRequest translated, Reply reply)
    {
        using var body = new PooledBuffer();
        await reply.ReadAsync(body, MaxErrorBytes);
        Server.Services.Log.UpstreamRefused(exchange.RequestId, reply.Response);
        var problem = UpstreamProblem.Read(body.WrittenSpan);
        if (RefusalReader.Read(reply.Response.Status, problem, translated.Route).Any(translated.Correct))
            return;
        var error = UpstreamErrorTranslator.Translate(reply.Response.Status, body.WrittenSpan, translated.Route);
        attempts.Fail(Fault(reply.Response, error));
        RetryHeaders.Copy(reply.Response, exchange.ResponseHeaders);
        throw new ApiErrorException(error);
    }

    private async ValueTask RelayMessageAsync(Exchange exchange, TranslatedCall call, Reply reply, RequestBody request)
    {
        using var body = new PooledBuffer(16 << 10);
        if (!await reply.ReadAsync(body))
            throw Reply.TooLarge();
        using var message = new PooledBuffer(body.Length + 1024);
        using var translator = new ResponseTranslator(call.Context, message);
        var began = Stopwatch.GetTimestamp();
        translator.Take(body.WrittenSpan);
        exchange.Record?.AddTranslation(began);
        request.Dispose();
        using var check = ModelCheck.Create(Server, exchange, call);
        if (check is not null)
            await check.DecideAsync();
        translator.Conclude();
        ObserveContext(call, translator.Usage);
        Warn(exchange, call);
        await exchange.RespondAsync(200, message.WrittenMemory);
        LogCompleted(exchange, call, translator.Usage, reply);
    }

    private async ValueTask RelayStreamAsync(Exchange exchange, TranslatedCall call, Reply reply, RequestBody request)
    {
        Warn(exchange, call);
        exchange.BeginEventStream();
        using var check = ModelCheck.Create(Server, exchange, call);
        var stream = new TranslatedStream(call.Context, reply.Response.IsJson, check is null ? null : check.DecideAsync);
        var times = new ChunkTimes(Metrics(call.Route));
        using var relay = new StreamRelay(reply.Response, reply.Lifetime, stream, exchange) { Times = times, Request = request };
        await relay.RunAsync(Server.Services.Clock, Server.Options.PingInterval);
        ObserveContext(call, stream.Usage);
        LogCompleted(exchange, call, stream.Usage, reply);
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

        exchange.ResponseHeaders[DegradedHeader] = lost.ToString();
        Server.Services.Log.Degraded(exchange.RequestId, lost);
    }

    /// <summary>Tells the operator that a prompt was truncated, once a model.</summary>
    private void ObserveContext(TranslatedCall call, Usage usage)
    {
        if (Server.Observations.AddUsage(call.Route, call.PromptTexts, usage))
            Server.Services.Log.PromptTruncated(UpstreamName(call), call.Route, call.PromptTexts, usage);
    }

    /// <summary>Tells the client too; for a stream with the next request, because headers go before the upstream counts.</summary>
    private void Warn(Exchange exchange, TranslatedCall call)
    {
        if (!Server.Observations.IsCut(call.Route, call.PromptTexts))
            return;
        var lost = exchange.ResponseHeaders[DegradedHeader].ToString();
        exchange.ResponseHeaders[DegradedHeader] = lost.Length > 0 ? $"{lost}, prompt_truncated" : "prompt_truncated";
    }

    private void LogCompleted(Exchange exchange, TranslatedCall call, Usage usage, Reply reply)
    {
        var elapsed = reply.Lifetime.Elapsed;
        var metrics = Metrics(call.Route);
        metrics.Duration.Record(elapsed);
        metrics.Count(usage);
        exchange.Record?.Usage = usage;
        Server.Services.Log.Completed(UpstreamName(call), call.Route, usage, elapsed, exchange.Record?.Translation ?? TimeSpan.Zero);
        foreach (var check in call.Context.Checks?.Calls ?? [])
            Server.Services.Log.Checked(exchange.RequestId, check);
    }

    private string UpstreamName(TranslatedCall call) => Server.Upstreams.Find(call.Route).Name;
}
