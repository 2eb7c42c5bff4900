using System.Collections.Immutable;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Translation.Tokens;

/// <summary>
/// Tells from an upstream's count of a prompt that it read only a part of it: local servers silently truncate what is longer than their
/// context, and the system prompt or the tools are gone.
/// </summary>
internal static class PromptTruncation
{
    /// <summary>Below this a chat template, or a tokenizer of another kind, makes more of a difference than a cut.</summary>
    private const int LeastMissing = 1500;

    /// <summary>Contexts are set to multiples of it, and a cut prompt fills its context to the last token.</summary>
    private const int ContextStep = 1024;

    /// <summary>Tokens of a prompt without its pictures and files, which models count in many ways; 0 where nobody cuts prompts.</summary>
    /// <param name="estimated">Tokens of all that is in it.</param>
    public static int EstimateTexts(MessagesRequest request, Route route, int estimated)
    {
        if (route.Provider is not (Provider.Ollama or Provider.LmStudio or Provider.Unknown))
            return 0;
        foreach (var message in request.Messages)
            estimated -= Media(message.Content);
        return Math.Max(0, estimated);
    }

    /// <param name="estimated">Tokens of the prompt's texts as this proxy estimates them, within 15 % for most tokenizers.</param>
    public static bool IsLikely(int estimated, Usage counted)
    {
        var read = counted.InputTokens + counted.CacheReadTokens + counted.CacheCreationTokens;
        if (read <= 0 || estimated - read < LeastMissing)
            return false;
        return read <= estimated / 2 || (read % ContextStep == 0 && read <= estimated * 85L / 100);
    }

    private static int Media(ImmutableArray<ContentBlock> blocks)
    {
        var tokens = 0;
        foreach (var block in blocks)
        {
            tokens += block switch
            {
                ImageBlock => TokenEstimate.PerImage,
                DocumentBlock { Source: Base64Source data } => data.Data.Length / TokenEstimate.DocumentBytesPerToken,
                ToolResultBlock result => Media(result.Content),
                _ => 0,
            };
        }

        return tokens;
    }
}
