namespace ClaudeCodeProxy.Configuration;

/// <summary>A header that an upstream is sent with every request, because the configuration says so.</summary>
internal sealed record UpstreamHeader(string Name, string Value)
{
    /// <summary>Values may be secrets.</summary>
    public override string ToString() => Name;
}
