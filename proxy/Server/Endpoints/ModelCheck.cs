using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Retrying;
using ClaudeCodeProxy.Translation;
using ClaudeCodeProxy.Translation.Checks;
using ClaudeCodeProxy.Translation.Errors;
using ClaudeCodeProxy.Translation.Messages;
using ClaudeCodeProxy.Translation.Refusals;
using ClaudeCodeProxy.Translation.Responses;
using ClaudeCodeProxy.Upstream;
using ClaudeCodeProxy.Upstream.Health;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>
/// Asks a model about the tool calls of one response that the rules leave open: about those that are complete, while others may still come, each time
/// with all that have come in view. Whatever goes wrong, a call has an outcome in the end, and never "not flagged" by guess.
/// </summary>
internal sealed class ModelCheck : UpstreamCaller, IDisposable
{
    private const int MaxAnswerBytes = 1 << 20;

    private readonly Exchange _exchange;
    private readonly CallChecks _checks;
    private readonly Route _first;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _stopped;
    private Task _deciding = Task.CompletedTask;

    private ModelCheck(ServerContext server, Exchange exchange, CallChecks checks, Route first)
        : base(server)
    {
        (_exchange, _checks, _first) = (exchange, checks, first);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(exchange.ClientGone);
        _stopped = _stop.Token;
    }

    /// <summary>Null where no model is asked.</summary>
    public static ModelCheck? Create(ServerContext server, Exchange exchange, TranslatedCall call)
    {
        if (call.Context.Checks is not { Question: not null } checks)
            return null;
        return new ModelCheck(server, exchange, checks, server.Router.FindJudge() ?? call.Route);
    }

    /// <summary>Begins to ask about the calls that have come since it was last called. The task ends when all that have come are decided.</summary>
    public Task DecideAsync()
    {
        var asked = _checks.TakeUnasked();
        if (asked.Count > 0)
            _deciding = DecideAsync(asked, _deciding);
        return _deciding;
    }

    /// <summary>What is still asked is not wanted any more.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task DecideAsync(List<CheckedCall> asked, Task earlier)
    {
        using var lifetime = new RequestLifetime(Server.Services.Clock, Server.Options.Safeguards.Timeout, _stopped, Server.Shutdown);
        var failure = await TryDecideAsync(asked, lifetime);
        foreach (var call in asked)
        {
            call.Took = lifetime.Elapsed;
            if (failure is not null)
                _checks.Fail(call, failure);
        }

        await earlier;
    }

    /// <returns>Why there is no verdict; null where all have one.</returns>
    private async Task<CallOutcome?> TryDecideAsync(List<CheckedCall> asked, RequestLifetime lifetime)
    {
        try
        {
            using var answer = new PooledBuffer(4096);
            var attempts = Server.NewAttempts(_exchange);
            await attempts.RunAsync(() => AskOnceAsync(attempts, asked, lifetime, answer), lifetime.Token, Server.Shutdown);
            var failure = CheckAnswer.Apply(answer.WrittenSpan, asked, _checks.Question!.Conversation);
            return failure is null ? null : Fail(failure, $"its answer is none ({failure.Name}).");
        }
        catch (ApiErrorException e)
        {
            return Fail(Explain(e.Error), e.Error.Message);
        }
        catch (Exception e) when (UpstreamFailure.Explain(e, lifetime.Reason) is { } error)
        {
            var isSilent = lifetime.Reason == EndReason.UpstreamSilent;
            return Fail(Explain(error), isSilent ? "it took longer than PROXY_SAFEGUARDS_TIMEOUT." : error.Message);
        }
        catch (Exception) when (lifetime.Reason == EndReason.ClientGone)
        {
            return CallOutcome.Error;
        }
        catch (Exception e)
        {
            Server.Services.Log.Failed(_exchange.RequestId, e);
            return CallOutcome.Error;
        }
    }

    private async ValueTask AskOnceAsync(Attempts attempts, List<CheckedCall> asked, RequestLifetime lifetime, PooledBuffer answer)
    {
        answer.Clear();
        var route = Server.Observations.Apply(attempts.Begin(_first));
        if (_checks.Question!.Write(route.ClientModel, asked, _checks.Calls, isPlain: route.Api == Api.Messages) is not { } question)
            throw new ApiErrorException(ApiError.TooLarge("the calls are too long to be shown to it."));
        if (route.Api == Api.Messages)
            await AskAsync(attempts, route, question, lifetime, answer);
        else
            await AskTranslatedAsync(attempts, route, question, lifetime, answer);
    }

    /// <summary>Asks a model of Anthropic's own API.</summary>
    private async Task AskAsync(Attempts attempts, Route route, byte[] question, RequestLifetime lifetime, PooledBuffer answer)
    {
        using var sent = new PooledBuffer(question.Length);
        PassthroughBody.Write(question, route.UpstreamModel, sent);
        using var response = await SendAsync(attempts, route, sent.WrittenMemory, lifetime, answer);
        if (!response.IsSuccess)
            throw Refuse(attempts, response, UpstreamErrorTranslator.Translate(response.Status, answer.WrittenSpan, route));
    }

    /// <summary>Asks a model of another API, each time without what its upstream refused.</summary>
    private async Task AskTranslatedAsync(
        Attempts attempts, Route route, byte[] question, RequestLifetime lifetime, PooledBuffer answer)
    {
        var request = MessagesRequest.Parse(question);
        using var translated = new TranslatedRequest(request, route);
        while (true)
        {
            using var body = new PooledBuffer(4096);
            using var response = await SendAsync(attempts, translated.Route, translated.Body, lifetime, body);
            if (response.IsSuccess)
            {
                Learn(translated);
                using var translator = new ResponseTranslator(ResponseContext.Create(request, translated.Route, "msg_check"), answer);
                Take(attempts, translator, body.WrittenSpan);
                translator.Conclude();
                return;
            }

            if (!RefusalReader.Read(response.Status, UpstreamProblem.Read(body.WrittenSpan), translated.Route).Any(translated.Correct))
                throw Refuse(attempts, response, UpstreamErrorTranslator.Translate(response.Status, body.WrittenSpan, translated.Route));
        }
    }

    /// <summary>The time is for the whole answer: bytes that come do not prolong it.</summary>
    private static async Task<UpstreamResponse> SendAsync(
        Attempts attempts, Route route, ReadOnlyMemory<byte> body, RequestLifetime lifetime, PooledBuffer into)
    {
        UpstreamResponse? response = null;
        try
        {
            response = await attempts.Upstream.SendAsync(new UpstreamRequest(route, body) { Credential = attempts.Credential }, lifetime.Token);
            if (!await response.ReadWholeBodyAsync(into, MaxAnswerBytes, static () => { }))
                throw Reply.TooLarge();
            if (response.IsSuccess)
                attempts.Succeed();
            return response;
        }
        catch (Exception e)
        {
            response?.Dispose();
            if (lifetime.Reason == EndReason.None && UpstreamFailure.Explain(e, lifetime.Reason) is { } error)
                attempts.Fail(Fault(e, error, lifetime.Reason));
            throw;
        }
    }

    private static void Take(Attempts attempts, ResponseTranslator translator, ReadOnlySpan<byte> response)
    {
        try
        {
            translator.Take(response);
        }
        catch (ApiErrorException e)
        {
            attempts.Fail(UpstreamFault.InResponse(e.Error));
            throw;
        }
    }

    private ApiErrorException Refuse(Attempts attempts, UpstreamResponse response, ApiError error)
    {
        attempts.Fail(Fault(response, error));
        return new ApiErrorException(error);
    }

    private CallOutcome Fail(CallOutcome failure, string reason)
    {
        Server.Services.Log.CheckFailed(_exchange.RequestId, _first, reason);
        return failure;
    }

    private static CallOutcome Explain(ApiError error) => error.Status switch
    {
        504 => CallOutcome.Timeout,
        413 => CallOutcome.InputTooLong,
        400 when ContextOverflow.IsTold(error) => CallOutcome.InputTooLong,
        _ => CallOutcome.Error,
    };
}
