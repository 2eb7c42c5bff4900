using System.Collections.Immutable;
using System.Globalization;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Configuration.Upstreams;

namespace ClaudeCodeProxy.Configuration;

/// <summary>All that the proxy needs to know to serve; made once, never changed.</summary>
internal sealed record ProxyOptions
{
    public required ListenAddress Listen { get; init; }

    /// <summary>What clients must send; null when anyone who can connect may use the proxy.</summary>
    public Secret? ClientKey { get; init; }

    public required UpstreamOptions Upstream { get; init; }

    /// <summary>The further upstreams, by name.</summary>
    public ImmutableArray<UpstreamOptions> Providers { get; init; } = [];

    public required ModelOptions Models { get; init; }

    /// <summary>A request that cannot be translated whole is refused.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Anthropic's own limit for messages.</summary>
    public int MaxRequestBytes { get; init; } = 32 << 20;

    /// <summary>Silence after which a streaming client gets a ping: Claude Code warns its user after 20 s.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>How long requests under way may go on after the proxy was told to stop.</summary>
    public TimeSpan ShutdownDeadline { get; init; } = TimeSpan.FromSeconds(10);

    public static ProxyOptions Read(Settings settings)
    {
        var listen = ListenAddress.Read(settings);
        var clientKey = KeyFile.Read(settings, Variable.ClientKey, Variable.ClientKeyFile);
        if (!listen.IsLoopback && clientKey is null && !settings.IsOn(Variable.AllowAnonymous))
        {
            throw new ConfigurationException(
                $"HOST is {listen.Host}, so that others can reach the proxy, but no client key is set. " +
                "Set ANTHROPIC_API_KEY to what clients must send, HOST=127.0.0.1 to serve this machine only, or PROXY_ALLOW_ANONYMOUS=1 to let " +
                    "anyone use your upstream key.");
        }

        var upstream = UpstreamReader.ReadStandard(settings);
        return new ProxyOptions
        {
            Listen = listen,
            ClientKey = clientKey,
            Upstream = upstream,
            Providers = UpstreamReader.ReadNamed(settings),
            Models = ModelOptions.Read(settings, upstream),
            IsStrict = settings.IsOn(Variable.Strict),
            IdleTimeout = ReadIdleTimeout(settings),
        };
    }

    private static TimeSpan ReadIdleTimeout(Settings settings)
    {
        var text = settings.Find(Variable.IdleTimeout) ?? Variable.IdleTimeout.Default;
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        if (isNumber && seconds is > 0 and <= 86_400)
            return TimeSpan.FromSeconds(seconds);
        throw new ConfigurationException($"PROXY_IDLE_TIMEOUT is {text}, which is not a number of seconds from 1 to 86400.");
    }
}
