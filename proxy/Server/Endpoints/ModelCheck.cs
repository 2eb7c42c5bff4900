using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Server.Retrying;
using ClaudeCodeProxy.Translation.Checks;
using ClaudeCodeProxy.Translation.Errors;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>
/// Asks a model about the tool calls of one response that the rules leave open: about those that are complete, while others may still come, each time
/// with all that have come in view. Whatever goes wrong, a call has an outcome in the end, and never "not flagged" by guess.
/// </summary>
internal sealed class ModelCheck : IDisposable
{
    private readonly ServerContext _server;
    private readonly JudgeCaller _judge;
    private readonly Exchange _exchange;
    private readonly CallChecks _checks;
    private readonly Route _first;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _stopped;
    private Task _deciding = Task.CompletedTask;

    private ModelCheck(ServerContext server, Exchange exchange, CallChecks checks, Route first)
    {
        (_server, _exchange, _checks, _first) = (server, exchange, checks, first);
        _judge = new JudgeCaller(server);
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
        using var lifetime = new RequestLifetime(_server.Services.Clock, _server.Options.Safeguards.Timeout, _stopped, _server.Shutdown);
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
            var attempts = _server.NewAttempts(_exchange, record: null);
            await attempts.RunAsync(() => AskOnceAsync(attempts, asked, lifetime, answer), lifetime.Token, _server.Shutdown);
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
            _server.Services.Log.Failed(_exchange.RequestId, e);
            return CallOutcome.Error;
        }
    }

    private async ValueTask AskOnceAsync(Attempts attempts, List<CheckedCall> asked, RequestLifetime lifetime, PooledBuffer answer)
    {
        answer.Clear();
        var route = _server.Observations.Apply(attempts.Begin(_first));
        if (_checks.Question!.Write(route.ClientModel, asked, _checks.Calls, isPlain: route.Api == Api.Messages) is not { } question)
            throw new ApiErrorException(ApiError.TooLarge("the calls are too long to be shown to it."));
        await _judge.AskAsync(attempts, route, question, lifetime, answer);
    }

    private CallOutcome Fail(CallOutcome failure, string reason)
    {
        _server.Services.Log.CheckFailed(_exchange.RequestId, _first, reason);
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
