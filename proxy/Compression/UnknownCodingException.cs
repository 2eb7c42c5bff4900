namespace ClaudeCodeProxy.Compression;

/// <summary>A message is coded in a way that cannot be undone here.</summary>
internal sealed class UnknownCodingException(string coding) : Exception($"content coding {coding}")
{
    /// <summary>As the header names it, or its beginning.</summary>
    public string Coding => coding;
}
