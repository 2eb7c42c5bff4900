using ClaudeCodeProxy.Anthropic;

namespace ClaudeCodeProxy.Translation;

/// <summary>Estimates tokens without a tokenizer.</summary>
internal static class TokenEstimate
{
    public static int InputTokens(MessagesRequest request) => throw new NotImplementedException();
}
