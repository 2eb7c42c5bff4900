using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Exchanges;
using ClaudeCodeProxy.Upstream;
using ClaudeCodeProxy.Upstream.Health;

namespace ClaudeCodeProxy.Server.Retrying;

/// <summary>
/// The attempts to serve one request before anything is sent to its client: where the next one goes, with which key, and after which time.
/// </summary>
/// <param name="conversation">Which keeps its key; empty for none.</param>
/// <param name="record">Is told where they go.</param>
internal sealed class Attempts(
    ServerServices services, Upstreams upstreams, RetryPolicy policy, string requestId, string conversation, RequestRecord? record)
{
    private readonly long _began = services.Clock.GetTimestamp();
    private Route? _route;
    private UpstreamHealth _health = null!;
    private UpstreamKey? _key;
    private TimeSpan _wait;
    private int _retries;
    private int _keyChanges;
    private bool _isNewRoute;

    /// <summary>Where the next attempt goes; null before the first.</summary>
    public Route? Route => _route;

    public UpstreamClient Upstream => upstreams.Find(_route!);

    public KeyValuePair<string, string>? Credential => _key?.Header;

    /// <summary>An attempt was made.</summary>
    public bool IsRepeated { get; private set; }

    /// <summary>Makes attempts until one serves the request, or fails for good.</summary>
    public async ValueTask RunAsync(Func<ValueTask> attempt, CancellationToken clientGone, CancellationToken shutdown)
    {
        while (true)
        {
            try
            {
                await attempt();
                return;
            }
            catch (TryAgainException)
            {
                IsRepeated = true;
            }

            if (_wait > TimeSpan.Zero)
                await WaitAsync(clientGone, shutdown);
        }
    }

    /// <summary>Begins an attempt. Throws <see cref="TryAgainException"/> when another model is to be asked at once.</summary>
    /// <param name="first">The route of the first attempt.</param>
    public Route Begin(Route first)
    {
        if (_route is null)
            Enter(first);
        if (_isNewRoute)
        {
            _isNewRoute = false;
            _health.Budget.AddRequest();
            if (_route!.Fallback is not null && !_health.Breaker.TryEnter())
                FallBack("its circuit breaker is open");
        }

        _key = _health.Keys.Take(conversation);
        if (_key is null && _health.Keys.FindRest() is { } rest)
            FailWithoutKey(rest);
        return _route!;
    }

    /// <summary>The upstream responded with what was asked for.</summary>
    public void Succeed() => _health.Breaker.Succeed();

    /// <summary>Ends an attempt with a <see cref="TryAgainException"/> where another may help; else returns, and the client is to be told.</summary>
    public void Fail(UpstreamFault fault)
    {
        if (fault.IsOfUpstream)
            _health.Breaker.Fail();
        else if (fault.Status != 200)
            _health.Breaker.Succeed();
        if (fault.IsOfKey && _key is not null && _health.Keys.HasSeveral)
        {
            _health.Keys.CoolDown(_key, fault);
            if (_health.Keys.FindRest() is { } rest)
                FailWithoutKey(rest);
            else if (++_keyChanges < _health.Keys.Count)
                ChangeKey(fault);
        }

        Retry(fault);
        if (fault.MayFallBack && _route!.Fallback is not null)
            FallBack(fault.Status > 0 ? $"status {fault.Status}" : "no response");
    }

    /// <summary>All keys rest: the client is told what the one was that rests for the shortest time.</summary>
    private void FailWithoutKey(UpstreamFault rest)
    {
        Retry(rest);
        if (rest.MayFallBack && _route!.Fallback is not null)
            FallBack("all its keys rest");
        throw new ApiErrorException(rest.Error.After(rest.RetryAfter!.Value));
    }

    private void Retry(UpstreamFault fault)
    {
        if (!fault.MayPass || _health.Breaker.IsOpen)
            return;
        if (policy.Wait(_retries, services.Clock.GetElapsedTime(_began), fault.RetryAfter) is not { } wait || !_health.Budget.TryTakeRetry())
            return;
        _retries++;
        _wait = wait;
        _health.CountRetry();
        services.Log.Retried(requestId, Upstream.Name, fault.Status, _retries + 1, wait);
        throw new TryAgainException();
    }

    private void ChangeKey(UpstreamFault fault)
    {
        _wait = TimeSpan.Zero;
        _health.CountKeyChange();
        services.Log.KeyRefused(requestId, Upstream.Name, fault.Status, _key!.Number);
        throw new TryAgainException();
    }

    private void FallBack(string why)
    {
        var (failed, next) = (_route!, _route!.Fallback!);
        _health.CountFallback();
        services.Log.FellBack(requestId, Upstream.Name, failed, next, why);
        Enter(next);
        throw new TryAgainException();
    }

    private void Enter(Route route)
    {
        (_route, _health) = (route, upstreams.HealthOf(route));
        (_key, _wait, _retries, _keyChanges, _isNewRoute) = (null, TimeSpan.Zero, 0, 0, true);
        record?.Route = route;
        record?.Upstream = Upstream.Name;
    }

    private async Task WaitAsync(CancellationToken clientGone, CancellationToken shutdown)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(clientGone, shutdown);
        try
        {
            await Task.Delay(_wait, services.Clock, either.Token);
        }
        catch (OperationCanceledException) when (shutdown.IsCancellationRequested && !clientGone.IsCancellationRequested)
        {
            throw new ApiErrorException(ApiError.Overloaded("The proxy is shutting down."));
        }
    }
}
