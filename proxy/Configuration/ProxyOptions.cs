using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Configuration.Upstreams;

namespace ClaudeCodeProxy.Configuration;

/// <summary>All that the proxy needs to know to serve; made once, never changed.</summary>
internal sealed record ProxyOptions
{
    /// <summary>Open files that are no connection of a request: standard streams, event queues, listener, certificates, and some to spare.</summary>
    private const int OtherFiles = 64;

    public required ListenAddress Listen { get; init; }

    /// <summary>What clients must send; null when anyone who can connect may use the proxy.</summary>
    public Secret? ClientKey { get; init; }

    public required UpstreamOptions Upstream { get; init; }

    /// <summary>The further upstreams, by name.</summary>
    public ImmutableArray<UpstreamOptions> Providers { get; init; } = [];

    public required ModelOptions Models { get; init; }

    /// <summary>A request that cannot be translated whole is refused.</summary>
    public bool IsStrict { get; init; }

    public SafeguardOptions Safeguards { get; init; } = SafeguardOptions.Default;

    /// <summary>Anthropic's own limit for messages.</summary>
    public int MaxRequestBytes { get; init; } = 32 << 20;

    /// <summary>Requests that are served at once; more are refused.</summary>
    public int MaxRequests { get; init; } = 4096;

    /// <summary>Connections of clients, which may be many more than their requests: those beyond are closed at once.</summary>
    public int MaxConnections { get; init; } = 4 * 4096;

    /// <summary>Silence after which a streaming client gets a ping: Claude Code warns its user after 20 s.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(600);

    public RetryOptions Retries { get; init; } = RetryOptions.Default;

    /// <summary>How long requests under way may go on after the proxy was told to stop. Docker kills after 10 s.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How often files are looked at for changes; zero for never.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Throws a <see cref="ConfigurationException"/> that names the variable, and its line where a file sets it.</summary>
    /// <param name="listening">Where the proxy listens already, whatever is said now.</param>
    public static ProxyOptions Read(Settings settings, ListenAddress? listening = null) =>
        settings.Located(() => ReadFor(listening ?? ListenAddress.Read(settings), settings));

    private static ProxyOptions ReadFor(ListenAddress listen, Settings settings)
    {
        var clientKey = KeyFile.Read(settings, Variable.ClientKey, Variable.ClientKeyFile);
        if (!listen.IsLoopback && clientKey is null && !settings.IsOn(Variable.AllowAnonymous))
        {
            throw new ConfigurationException(
                $"HOST is {listen.Host}, so that others can reach the proxy, but no client key is set. " +
                "Set ANTHROPIC_API_KEY to what clients must send, HOST=127.0.0.1 to serve this machine only, or PROXY_ALLOW_ANONYMOUS=1 to let " +
                    "anyone use your upstream key.");
        }

        var upstream = UpstreamReader.ReadStandard(settings);
        var maxRequests = ReadNumber(settings, Variable.MaxRequests, 1, 1_000_000);
        return new ProxyOptions
        {
            Listen = listen,
            ClientKey = clientKey,
            Upstream = upstream,
            Providers = UpstreamReader.ReadNamed(settings),
            Models = ModelOptions.Read(settings, upstream),
            IsStrict = settings.IsOn(Variable.Strict),
            Safeguards = SafeguardOptions.Read(settings),
            IdleTimeout = TimeSpan.FromSeconds(ReadNumber(settings, Variable.IdleTimeout, 1, 86_400)),
            Retries = RetryOptions.Read(settings),
            MaxRequests = maxRequests,
            MaxConnections = Math.Max(1024, 4 * maxRequests),
            ShutdownTimeout = ReadShutdownTimeout(settings),
            WatchInterval = TimeSpan.FromSeconds(ReadNumber(settings, Variable.WatchInterval, 0, 86_400)),
        };
    }

    /// <summary>
    /// The same for a process that can open so many files: a request takes two connections, and clients keep some without a request.
    /// </summary>
    public ProxyOptions FitTo(int openFiles)
    {
        var connections = Math.Max(openFiles - OtherFiles, 3);
        var requests = Math.Min(MaxRequests, connections / 3);
        return this with { MaxRequests = requests, MaxConnections = Math.Min(MaxConnections, connections - requests) };
    }

    public static TimeSpan ReadShutdownTimeout(Settings settings) =>
        TimeSpan.FromSeconds(ReadNumber(settings, Variable.ShutdownTimeout, 0, 86_400));

    public static LogFormat ReadLogFormat(Settings settings) => (settings.Find(Variable.LogForm) ?? Variable.LogForm.Default) switch
    {
        "text" => LogFormat.Text,
        "json" => LogFormat.Json,
        var other => throw new ConfigurationException($"{Variable.LogForm.Name} is {other}, which is neither text nor json."),
    };

    internal static int ReadNumber(Settings settings, Variable variable, int least, int most)
    {
        var text = settings.Find(variable) ?? variable.Default;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        throw new ConfigurationException($"{variable.Name} is {text}, which is not a number from {least} to {most}.");
    }

    // Nobody compares or prints options, and the code for it would be long.
    public bool Equals(ProxyOptions? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => nameof(ProxyOptions);
}
