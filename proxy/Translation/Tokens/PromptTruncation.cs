using System.Collections.Immutable;
using System.Text;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Translation.Tokens;

/// <summary>
/// Tells from an upstream's count of a prompt that it read only a part of it: local servers silently truncate what is longer than their
/// context, to the whole of it or to half, and the system prompt or the tools are gone.
/// </summary>
internal static class PromptTruncation
{
    /// <summary>Below this a chat template, or a tokenizer of another kind, makes more of a difference than a cut.</summary>
    private const int LeastMissing = 500;

    /// <summary>
    /// Of the tokens estimated as they are here, in percent. The tokenizers of OpenAI, Llama 2 and 3, Qwen 3, Gemma 3 and DeepSeek V3 counted 95 and
    /// more for prompts of 60 kB in English, code and Russian; for Chinese DeepSeek 89 at the least, for nothing but Japanese Gemma 82.
    /// </summary>
    private const int LeastRead = 90;

    /// <summary>Some templates rewrite schemas, and save a third of their tokens: so many bytes that is one token.</summary>
    private const int SchemaBytesPerSavedToken = 12;

    /// <summary>Vocabularies with more Chinese and Japanese save an eighth of their tokens: of so many characters that is one.</summary>
    private const int WideCharactersPerSavedToken = 16;

    /// <summary>UTF-8 of Chinese, Japanese, Korean and emoji begins with no less.</summary>
    private const byte FirstOfWide = 0xE3;

    /// <summary>The server is known to cut prompts: they are worth a good estimate.</summary>
    public static bool IsUsual(Route route) => route.Provider is Provider.Ollama or Provider.LmStudio;

    /// <summary>What is on the other side may be such a server.</summary>
    private static bool IsPossible(Route route) => IsUsual(route) || route.Provider == Provider.Unknown;

    /// <summary>
    /// Tokens of a prompt as models count them that need few, without its pictures and files, which they count in many ways; 0 where nobody cuts
    /// prompts.
    /// </summary>
    /// <param name="estimated">Tokens of all that is in it.</param>
    /// <param name="isRough">By length alone, twice too many where a client escapes what is not ASCII: only a cut to less than half is told.</param>
    public static int EstimateTexts(MessagesRequest request, Route route, int estimated, bool isRough)
    {
        if (!IsPossible(route))
            return 0;
        foreach (var message in request.Messages)
            estimated -= Media(message.Content);
        foreach (var tool in request.Tools)
            estimated -= tool.Schema.In(request.Body.Span).Length / SchemaBytesPerSavedToken;
        estimated = isRough ? estimated / 2 : estimated - (WideCharacters(request.Body.Span) / WideCharactersPerSavedToken);
        return Math.Max(0, estimated);
    }

    /// <param name="estimated">Tokens of the prompt's texts, from <see cref="EstimateTexts"/>.</param>
    public static bool IsLikely(int estimated, Usage counted)
    {
        var read = counted.InputTokens + counted.CacheReadTokens + counted.CacheCreationTokens;
        return read > 0 && estimated - read >= LeastMissing && read <= (long)estimated * LeastRead / 100;
    }

    private static int WideCharacters(ReadOnlySpan<byte> text)
    {
        if (Ascii.IsValid(text))
            return 0;
        var characters = 0;
        foreach (var value in text)
            characters += value >= FirstOfWide ? 1 : 0;
        return characters;
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
