using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Content;

/// <summary>
/// Tells the seals that this proxy puts on thoughts of other vendors' models from Anthropic's. An own one begins with <see cref="Prefix"/>, and
/// only Anthropic's may go to Anthropic, which refuses any other.
/// </summary>
internal static class ProxySignature
{
    public static ReadOnlySpan<byte> Prefix => "claude-code-proxy:"u8;

    /// <summary>The signature of a thinking block, or the data of a redacted one, is not Anthropic's.</summary>
    public static bool IsForeign(JsonText seal, ReadOnlySpan<byte> source) => seal.IsEmpty || seal.StartsWith(source, Prefix);
}
