namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>How much is printed about requests. Whatever is chosen: never a key, never a body.</summary>
internal enum Verbosity
{
    /// <summary>Failures only.</summary>
    Quiet,

    /// <summary>One line a request.</summary>
    Simple,

    /// <summary>Also route, sizes and status.</summary>
    Debug,
}
