using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Translation.Checks;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>Asks a model about the tool calls of one response that the rules leave open.</summary>
internal sealed class ModelCheck : IDisposable
{
    private readonly CallChecks _checks;

    private ModelCheck(CallChecks checks) => _checks = checks;

    /// <summary>Null where no call is checked.</summary>
    public static ModelCheck? Create(ServerContext server, Exchange exchange, TranslatedCall call) =>
        call.Context.Checks is { } checks ? new ModelCheck(checks) : null;

    /// <summary>Begins to ask about the calls that have come since it was last called, and waits until all are decided.</summary>
    public Task DecideAsync()
    {
        foreach (var call in _checks.TakeUnasked())
            call.Outcome = CallOutcome.Unavailable(CheckFailure.Error);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
    }
}
