using System.Collections.Immutable;
using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.Translation.Tokens;

namespace ClaudeCodeProxy.Translation;

/// <summary>
/// Estimates tokens without a tokenizer, whose tables would be as large as the rest of the program. The weights were fitted to o200k counts of 970
/// files of prose, code and JSON, escaped as in a request: 19 of 20 are within 15 %, and the middle of every kind within 7 %.
/// </summary>
internal static class TokenEstimate
{
    private const int PerMessage = 4;
    private const int PerTool = 8;

    /// <summary>A picture of the size that clients scale to.</summary>
    private const int PerImage = 1500;
    private const int DocumentBytesPerToken = 40;
    private const int OutputBytesPerToken = 4;

    public static int InputTokens(MessagesRequest request)
    {
        var source = request.Body.Span;
        var shape = default(TextShape);
        var other = Count(ref shape, source, request.System);
        foreach (var message in request.Messages) other += PerMessage + Count(ref shape, source, message.Content);

        foreach (var tool in request.Tools)
        {
            other += PerTool;
            shape.Add(tool.Name.In(source));
            shape.Add(tool.Description.In(source));
            shape.Add(tool.Schema.In(source));
        }

        return Math.Max(1, other + Tokens(shape));
    }

    /// <param name="bytes">Of what the model said, escaped.</param>
    public static int OutputTokens(int bytes) => Math.Max(1, bytes / OutputBytesPerToken);

    internal static int Tokens(in TextShape shape) => (int)((
        (1064 * shape.Words) + (1313 * shape.Humps) + (1647 * shape.Numbers) + (137 * shape.Digits)
        + (220 * shape.Signs) + (238 * shape.SignRuns) + (298 * shape.BytesBeyondAscii)) / 1000);

    private static int Count(ref TextShape shape, ReadOnlySpan<byte> source, ImmutableArray<ContentBlock> blocks)
    {
        var other = 0;
        foreach (var block in blocks) other += Count(ref shape, source, block);
        return other;
    }

    /// <summary>Adds a block's texts to the shape; returns the tokens of what is no text.</summary>
    private static int Count(ref TextShape shape, ReadOnlySpan<byte> source, ContentBlock block)
    {
        switch (block)
        {
            case TextBlock text: shape.Add(text.Text.In(source)); break;
            case ToolUseBlock call:
                shape.Add(call.Name.In(source));
                shape.Add(call.Input.In(source));
                break;
            case ServerToolResultBlock result: shape.Add(result.Content.In(source)); break;
            case ToolResultBlock result: return Count(ref shape, source, result.Content);
            case SearchResultBlock result: return Count(ref shape, source, result.Content);
            case ImageBlock: return PerImage;
            case DocumentBlock { Source: TextSource text }: shape.Add(text.Text.In(source)); break;
            case DocumentBlock { Source: BlocksSource blocks }: return Count(ref shape, source, blocks.Content);
            case DocumentBlock { Source: Base64Source data }: return data.Data.Length / DocumentBytesPerToken;
        }

        return 0;
    }
}
