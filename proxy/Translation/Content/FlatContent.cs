using System.Collections.Immutable;
using ClaudeCodeProxy.Anthropic.Requests;

namespace ClaudeCodeProxy.Translation.Content;

/// <summary>Takes documents that hold blocks apart, so that the pictures in them are seen as pictures.</summary>
internal static class FlatContent
{
    public static ImmutableArray<ContentBlock> Flatten(ImmutableArray<ContentBlock> content)
    {
        if (!content.Any(static block => block is DocumentBlock { Source: BlocksSource }))
            return content;
        var flat = ImmutableArray.CreateBuilder<ContentBlock>();
        foreach (var block in content)
        {
            if (block is DocumentBlock { Source: BlocksSource inner } document)
                AddParts(flat, document, inner);
            else
                flat.Add(block);
        }

        return flat.DrainToImmutable();
    }

    private static void AddParts(ImmutableArray<ContentBlock>.Builder flat, DocumentBlock document, BlocksSource inner)
    {
        flat.Add(new TextBlock(document.Title));
        flat.Add(new TextBlock(document.Context));
        flat.AddRange(Flatten(inner.Content));
    }
}
