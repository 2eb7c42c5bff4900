using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Content;

/// <summary>
/// Tells the signatures that this proxy puts on other vendors' thinking from Anthropic's. Its own begin with <see cref="Prefix"/>, and
/// only Anthropic's may go to Anthropic, which refuses any other.
/// </summary>
internal static class ProxySignature
{
    public static ReadOnlySpan<byte> Prefix => "claude-code-proxy:"u8;

    /// <summary>The signature of a thinking block, or the data of a redacted one, is not Anthropic's.</summary>
    public static bool IsForeign(JsonText signature, ReadOnlySpan<byte> source) => signature.IsEmpty || signature.StartsWith(source, Prefix);
}
