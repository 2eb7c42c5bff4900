using System.Collections.Immutable;
using ClaudeCodeProxy.Anthropic.Requests;

namespace ClaudeCodeProxy.Translation.Tokens;

/// <summary>
/// Estimates tokens without a tokenizer, whose tables would be as large as the rest of the program: as OpenAI's o200k counts them, within 10 % for
/// most prose, code and data. What other tokenizers make of the same text is said in the documentation.
/// </summary>
internal static class TokenEstimate
{
    private const int PerMessage = 4;
    private const int PerTool = 8;

    /// <summary>A picture of the size that clients scale to.</summary>
    internal const int PerImage = 1500;
    internal const int DocumentBytesPerToken = 40;
    private const int BytesPerToken = 4;

    public static int InputTokens(MessagesRequest request)
    {
        var counter = default(TokenCounter);
        var other = Count(ref counter, request);
        return Math.Max(1, other + counter.Tokens);
    }

    /// <summary>
    /// By the length of the texts alone, which costs next to nothing: for responses that nearly always bring the upstream's own count.
    /// </summary>
    public static int RoughInputTokens(MessagesRequest request)
    {
        var counter = new TokenCounter(isMeasuredOnly: true);
        var other = Count(ref counter, request);
        return Math.Max(1, other + (int)(counter.Bytes / BytesPerToken));
    }

    /// <param name="bytes">Of what the model said, escaped.</param>
    public static int OutputTokens(int bytes) => Math.Max(1, bytes / BytesPerToken);

    /// <summary>Adds the request's texts to the counter; returns the tokens of everything that is not text.</summary>
    private static int Count(ref TokenCounter counter, MessagesRequest request)
    {
        var source = request.Body.Span;
        var other = Count(ref counter, source, request.System);
        foreach (var message in request.Messages)
            other += PerMessage + Count(ref counter, source, message.Content);

        foreach (var tool in request.Tools)
        {
            other += PerTool;
            counter.Add(tool.Name.In(source));
            counter.Add(tool.Description.In(source));
            counter.Add(tool.Schema.In(source));
        }

        return other;
    }

    private static int Count(ref TokenCounter counter, ReadOnlySpan<byte> source, ImmutableArray<ContentBlock> blocks)
    {
        var other = 0;
        foreach (var block in blocks)
            other += Count(ref counter, source, block);
        return other;
    }

    /// <summary>Adds a block's texts to the counter; returns the tokens of everything that is not text.</summary>
    private static int Count(ref TokenCounter counter, ReadOnlySpan<byte> source, ContentBlock block)
    {
        switch (block)
        {
            case TextBlock text: counter.Add(text.Text.In(source)); break;
            case ToolUseBlock call:
                counter.Add(call.Name.In(source));
                counter.Add(call.Input.In(source));
                break;
            case ServerToolResultBlock result: counter.Add(result.Content.In(source)); break;
            case ToolResultBlock result: return Count(ref counter, source, result.Content);
            case SearchResultBlock result: return Count(ref counter, source, result.Content);
            case ImageBlock: return PerImage;
            case DocumentBlock { Source: TextSource text }: counter.Add(text.Text.In(source)); break;
            case DocumentBlock { Source: BlocksSource blocks }: return Count(ref counter, source, blocks.Content);
            case DocumentBlock { Source: Base64Source data }: return data.Data.Length / DocumentBytesPerToken;
        }

        return 0;
    }
}
