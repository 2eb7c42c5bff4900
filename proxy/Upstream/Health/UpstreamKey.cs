namespace ClaudeCodeProxy.Upstream.Health;

/// <summary>One of an upstream's keys, in the header that carries it.</summary>
/// <param name="number">What it may be called: its place in the configuration, from 1.</param>
internal sealed class UpstreamKey(int number, KeyValuePair<string, string> header)
{
    public int Number => number;

    public KeyValuePair<string, string> Header => header;

    /// <summary>Why and until when it is not used; null for one that was never refused.</summary>
    public (UpstreamFault Fault, long Until)? Cooling { get; set; }
}
