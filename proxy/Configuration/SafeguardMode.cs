namespace ClaudeCodeProxy.Configuration;

/// <summary>Who judges the tool calls of clients that ask for it (<c>PROXY_SAFEGUARDS</c>).</summary>
internal enum SafeguardMode
{
    /// <summary>Nobody, and clients are told so.</summary>
    Off,

    /// <summary>Rules alone.</summary>
    Rules,

    /// <summary>Rules, and a model where they do not decide.</summary>
    On,

    /// <summary>A model; rules only where nobody's words can clear a call.</summary>
    Model,
}
