using System.Collections.Concurrent;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Server.Metrics;

/// <summary>What the proxy has done since its start. Counting costs a few nanoseconds, so it is always on.</summary>
internal sealed class ProxyMetrics
{
    /// <summary>A model's name comes from clients, and nobody may fill the memory by inventing names.</summary>
    private const int MostModels = 100;

    private const string Other = "other";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, InferenceMetrics> _models = [];
    private readonly SortedDictionary<string, long> _errors = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RequestMetrics> _requests = new(StringComparer.Ordinal);
    private long _inFlight;

    /// <summary>Requests for what is no endpoint.</summary>
    public RequestMetrics OtherRequests { get; } = new(Other);

    public long InFlight => Interlocked.Read(ref _inFlight);

    public void Begin() => Interlocked.Increment(ref _inFlight);

    public void End() => Interlocked.Decrement(ref _inFlight);

    /// <param name="path">Of an endpoint.</param>
    public RequestMetrics Of(string path) => _requests.GetOrAdd(path, static path => new RequestMetrics(path));

    public IEnumerable<RequestMetrics> ReadRequests() =>
        _requests.Values.OrderBy(static request => request.Path, StringComparer.Ordinal).Append(OtherRequests);

    /// <param name="type">Of Anthropic's error types.</param>
    public void CountError(string type)
    {
        lock (_lock)
            _errors[type] = _errors.GetValueOrDefault(type) + 1;
    }

    /// <param name="server">The host of its upstream.</param>
    public InferenceMetrics Find(Route route, string server)
    {
        lock (_lock)
        {
            var key = $"{server} {route.UpstreamModel}";
            if (_models.TryGetValue(key, out var known))
                return known;
            var isNew = _models.Count < MostModels;
            var model = isNew ? route.UpstreamModel : Other;
            key = isNew ? key : $"{server} {Other}";
            if (!_models.TryGetValue(key, out known))
                _models[key] = known = new InferenceMetrics(NameOf(route.Provider), model, server);
            return known;
        }
    }

    public InferenceMetrics[] ReadModels()
    {
        lock (_lock)
            return [.. _models.Values];
    }

    /// <summary>By the type that clients were told.</summary>
    public KeyValuePair<string, long>[] ReadErrors()
    {
        lock (_lock)
            return [.. _errors];
    }

    /// <summary>As the conventions call it, where they know it.</summary>
    private static string NameOf(Provider provider) => provider switch
    {
        Provider.Azure => "azure.ai.openai",
        Provider.Gemini => "gcp.gemini",
        Provider.Mistral => "mistral_ai",
        Provider.Moonshot => "moonshot_ai",
        _ => ProviderKind.All.FirstOrDefault(kind => kind.Provider == provider)?.Name ?? "openai_compatible",
    };
}
