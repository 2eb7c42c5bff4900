using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.OpenAI;
using ClaudeCodeProxy.Translation.Responses;

namespace ClaudeCodeProxy.Translation.ResponsesApi;

/// <summary>
/// Says the items of a response to an <see cref="ResponseBuilder"/>: piece by piece when they are streamed, or from the whole item where no pieces
/// came.
/// </summary>
internal sealed class ResponsesItemReader(ResponseContext context, ResponseBuilder builder)
{
    private static readonly byte[] BetweenParts = "\\n\\n"u8.ToArray();

    private bool _textPieces;
    private bool _thinkingPieces;
    private bool _citationPieces;

    public void AddText(ReadOnlySpan<byte> escaped)
    {
        _textPieces = true;
        builder.AddText(escaped);
    }

    public void AddRefusal(ReadOnlySpan<byte> escaped)
    {
        _textPieces = true;
        builder.AddRefusal(escaped);
    }

    public void AddThinking(ReadOnlySpan<byte> escaped)
    {
        _thinkingPieces = true;
        builder.AddThinking(escaped);
    }

    /// <summary>Parts of a summary each have a title: without a break it would stick to the text before it.</summary>
    public void BeginThinkingPart(int part)
    {
        if (part > 0)
            builder.AddThinking(BetweenParts);
    }

    public void AddCitation(ReadOnlySpan<byte> source, UrlCitation citation)
    {
        if (citation.Url.IsEmpty)
            return;
        _citationPieces = true;
        builder.AddCitation(WebSearchWriter.Citation(source, citation));
    }

    /// <summary>An item begins; what is in it comes later.</summary>
    public void Begin(ReadOnlySpan<byte> source, ResponsesItem item, int? index)
    {
        if (item.Type.Is(source, "function_call"u8))
            builder.AddToolCall(source, Piece(item, index));
        else
            builder.EndBlock();
    }

    /// <summary>An item is complete.</summary>
    public void Take(ReadOnlySpan<byte> source, ResponsesItem item, int? index)
    {
        if (item.Type.Is(source, "message"u8))
            TakeMessage(source, item);
        else if (item.Type.Is(source, "reasoning"u8))
            TakeReasoning(source, item);
        else if (item.Type.Is(source, "function_call"u8))
            builder.AddToolCall(source, Piece(item, index) with { Arguments = item.Arguments, IsWhole = true });
        else if (item.Type.Is(source, "web_search_call"u8))
            TakeSearch(source, item);
    }

    private static ToolCallDelta Piece(ResponsesItem item, int? index) =>
        new() { Index = index, ItemId = item.Id, Id = item.CallId, Name = item.Name };

    private void TakeMessage(ReadOnlySpan<byte> source, ResponsesItem item)
    {
        if (!item.Content.IsPresent)
            return;
        if (!_textPieces)
            builder.EndBlock();
        foreach (var part in new JsonElements<ContentPart>(source, item.Content))
        {
            if (!_textPieces)
                builder.AddText(part.Text.In(source));
            if (!_textPieces)
                builder.AddRefusal(part.Refusal.In(source));
            if (!_citationPieces && part.Annotations.IsPresent)
                TakeAnnotations(source, part.Annotations);
        }
    }

    private void TakeAnnotations(ReadOnlySpan<byte> source, JsonValue annotations)
    {
        foreach (var citation in new JsonElements<UrlCitation>(source, annotations))
        {
            if (!citation.Url.IsEmpty)
                builder.AddCitation(WebSearchWriter.Citation(source, citation));
        }
    }

    private void TakeReasoning(ReadOnlySpan<byte> source, ResponsesItem item)
    {
        if (!_thinkingPieces)
        {
            builder.EndBlock();
            TakeThinking(source, item.Summary);
            TakeThinking(source, item.Content);
        }

        if (!item.EncryptedContent.IsEmpty)
            builder.AddSignature(ReasoningSignature.Write(context.UpstreamModel, item.Id.In(source), item.EncryptedContent.In(source)));
    }

    private void TakeThinking(ReadOnlySpan<byte> source, JsonValue parts)
    {
        if (!parts.IsPresent)
            return;
        var any = false;
        foreach (var part in new JsonElements<ContentPart>(source, parts))
        {
            if (any)
                builder.AddThinking(BetweenParts);
            builder.AddThinking(part.Text.In(source));
            any = true;
        }
    }

    private void TakeSearch(ReadOnlySpan<byte> source, ResponsesItem item)
    {
        var action = WebSearchAction.Read(source, item.Action);
        var id = WebSearchWriter.Id(item.Id.In(source));
        builder.AddWebSearch(id, action.Query.In(source).ToArray(), WebSearchWriter.Found(source, id, item, action));
    }
}
