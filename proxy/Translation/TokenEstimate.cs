using ClaudeCodeProxy.Anthropic;

namespace ClaudeCodeProxy.Translation;

/// <summary>Estimates tokens without a tokenizer.</summary>
internal static class TokenEstimate
{
    public static int InputTokens(MessagesRequest request) => Math.Max(1, request.Body.Length / 4);

    public static int OutputTokens(int bytes) => Math.Max(1, bytes / 4);
}
