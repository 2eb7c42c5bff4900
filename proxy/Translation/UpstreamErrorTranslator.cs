using ClaudeCodeProxy.Anthropic;

namespace ClaudeCodeProxy.Translation;

/// <summary>Turns an upstream's error answer into Anthropic's error, without its secrets.</summary>
internal static class UpstreamErrorTranslator
{
    public static ApiError Translate(int status, ReadOnlySpan<byte> body) => throw new NotImplementedException();
}
