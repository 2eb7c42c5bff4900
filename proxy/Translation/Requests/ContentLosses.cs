using System.Collections.Immutable;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Providers;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>Counts the content that no words can carry upstream: the model is told that something was there, not what.</summary>
internal static class ContentLosses
{
    public static void Count(MessagesRequest request, Dialect dialect, Degradation lost)
    {
        Count(request.System, request, dialect, lost);
        foreach (var message in request.Messages)
            Count(message.Content, request, dialect, lost);
    }

    private static void Count(ImmutableArray<ContentBlock> blocks, MessagesRequest request, Dialect dialect, Degradation lost)
    {
        foreach (var block in blocks)
        {
            if (block is DocumentBlock { WantsCitations: true } or SearchResultBlock { WantsCitations: true })
                lost.Lose("citations");
            switch (block)
            {
                case ImageBlock { Source: FileSource } or DocumentBlock { Source: FileSource }: lost.Lose("file"); break;
                case DocumentBlock { Source: UrlSource } when !dialect.TakesFileUrls: lost.Lose("document"); break;
                case DocumentBlock { Source: Base64Source } when !dialect.TakesFiles: lost.Lose("document"); break;
                case DocumentBlock { Source: BlocksSource inner }: Count(inner.Content, request, dialect, lost); break;
                case ToolResultBlock result: Count(result.Content, request, dialect, lost); break;
                case OpaqueBlock opaque when !IsThinking(opaque, request): lost.Lose("block:" + opaque.Type.ToString(request.Body.Span)); break;
            }
        }
    }

    /// <summary>Thinking of earlier turns is not a loss: it is left out for most models, readable or not.</summary>
    private static bool IsThinking(OpaqueBlock block, MessagesRequest request) => block.Type.Is(request.Body.Span, "redacted_thinking"u8);
}
