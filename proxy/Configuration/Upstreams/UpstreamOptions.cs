using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Providers;

namespace ClaudeCodeProxy.Configuration.Upstreams;

/// <summary>One upstream that requests go to, checked once at the start.</summary>
internal sealed record UpstreamOptions
{
    /// <summary>What models' names begin with to be sent here; empty for the default upstream.</summary>
    public string Id { get; init; } = "";

    /// <summary>The protocol's path is appended to it.</summary>
    public required Uri BaseUrl { get; init; }

    public required Provider Provider { get; init; }

    /// <summary>The protocol to speak; null to choose by provider and model.</summary>
    public Api? Api { get; init; }

    /// <summary>It is spoken to in Anthropic's own protocol, so that nothing is translated.</summary>
    public bool IsAnthropic => (Api ?? (Provider == Provider.Anthropic ? Providers.Api.Messages : null)) == Providers.Api.Messages;

    /// <summary>Azure's <c>api-version</c>; null for the one that this version was made for.</summary>
    public string? ApiVersion { get; init; }

    public ImmutableArray<UpstreamHeader> Headers { get; init; } = [];

    /// <summary>Used in turn; none where none is needed.</summary>
    public ImmutableArray<Secret> Keys { get; init; } = [];

    public string? AppName { get; init; }

    public string? AppUrl { get; init; }

    public Uri? ForwardProxy { get; init; }

    /// <summary>PEM file of the authorities to trust; null for the system's.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>The upstream's host, and port unless it is the scheme's own: what logs may name.</summary>
    public string Name => BaseUrl.Authority;

    /// <summary>The variables that describe it, for what is said of it.</summary>
    public UpstreamVariables Variables { get; init; } = UpstreamVariables.Standard;

    // Nobody compares or prints options, and the code for it would be long.
    public bool Equals(UpstreamOptions? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => nameof(UpstreamOptions);
}
