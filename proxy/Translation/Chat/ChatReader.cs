using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.OpenAI;
using ClaudeCodeProxy.Translation.Errors;
using ClaudeCodeProxy.Translation.Responses;

namespace ClaudeCodeProxy.Translation.Chat;

/// <summary>Reads chat completions and the chunks of streamed ones.</summary>
internal sealed class ChatReader(ResponseContext context, ResponseBuilder builder) : ResponseReader
{
    /// <summary>Null where the provider wants none back.</summary>
    private readonly ReasoningDetails? _details = context.Route.Dialect.KeepsReasoningDetails ? new(context.UpstreamModel) : null;
    private Func<byte[]?>? _signDetails;

    public override bool Take(ReadOnlySpan<byte> data)
    {
        if (data.TrimEnd((byte)' ').SequenceEqual("[DONE]"u8))
            return true;
        Take(ChatResponseReader.Read(data), data);
        return false;
    }

    public override void TakeWhole(ReadOnlySpan<byte> data)
    {
        var chat = ChatResponseReader.Read(data);
        Take(chat, data);
        if (!chat.HasChoice)
        {
            throw new ApiErrorException(UpstreamErrorTranslator.FindInResponse(data, context.Route)
                ?? ApiError.BadGateway("The upstream's response holds no choice."));
        }
    }

    private void Take(in ChatResponse chat, ReadOnlySpan<byte> data)
    {
        if (chat.Error.IsPresent)
            throw new ApiErrorException(UpstreamErrorTranslator.TranslateInResponse(data, context.Route));
        if (chat.Usage is { } usage)
            builder.SetUsage(usage);
        if (!chat.HasChoice)
        {
            ThrowIfError(chat, data);
            return;
        }

        builder.Start();
        if (!chat.FinishReason.IsEmpty)
            builder.SetFinishReason(FinishReasons.Parse(chat.FinishReason.In(data)));
        if (!chat.StopSequence.IsEmpty)
            builder.SetStopSequence(chat.StopSequence.ToString(data));
        TakeThinking(chat, data);
        builder.AddText(chat.Content.In(data));
        if (chat.ContentParts.IsPresent)
            TakeParts(new JsonElements<ContentPart>(data, chat.ContentParts), data);
        TakeCalls(chat, data);
        builder.AddRefusal(chat.Refusal.In(data));
        if (!chat.Annotations.IsPresent)
            return;
        foreach (var page in new JsonElements<UrlCitation>(data, chat.Annotations))
            builder.AddSource(page.Url.In(data), page.Title.In(data));
    }

    /// <summary>Some servers put no <c>error</c> around theirs; what has counted tokens before is none.</summary>
    private void ThrowIfError(in ChatResponse chat, ReadOnlySpan<byte> data)
    {
        if ((chat.Usage is null || !builder.HasStarted) && UpstreamErrorTranslator.FindInResponse(data, context.Route) is { } error)
            throw new ApiErrorException(error);
    }

    private void TakeThinking(in ChatResponse chat, ReadOnlySpan<byte> data)
    {
        builder.AddThinking(chat.Reasoning.In(data));
        if (!chat.ReasoningDetails.IsPresent)
            return;
        if (chat.Reasoning.IsEmpty)
        {
            foreach (var detail in new JsonElements<ReasoningDetail>(data, chat.ReasoningDetails))
                builder.AddThinking(detail.Text.In(data));
        }

        if (_details is null)
            return;
        _details.Take(data, chat.ReasoningDetails, chat.IsWhole);
        builder.SignThinking(_signDetails ??= context.Thinking == ThinkingOutput.None ? _details.SignSealed : _details.Sign);
    }

    private void TakeParts(JsonElements<ContentPart> parts, ReadOnlySpan<byte> data)
    {
        foreach (var part in parts)
        {
            builder.AddThinking(part.Thinking.In(data));
            if (part.ThinkingParts.IsPresent)
            {
                foreach (var thinking in new JsonElements<ContentPart>(data, part.ThinkingParts))
                    builder.AddThinking(thinking.Text.In(data));
            }

            builder.AddText(part.Text.In(data));
            builder.AddRefusal(part.Refusal.In(data));
        }
    }

    /// <summary>
    /// Pieces find their call by index or id. In a whole message each entry is a call, even where a server numbers them badly, and so is in one event
    /// each named entry without an index.
    /// </summary>
    private void TakeCalls(in ChatResponse chat, ReadOnlySpan<byte> data)
    {
        if (chat.FunctionCall.IsPresent)
            builder.AddToolCall(data, ToolCallDelta.ReadFunctionCall(data, chat.FunctionCall), chat.IsWhole);
        if (!chat.ToolCalls.IsPresent)
            return;
        var isFirst = true;
        foreach (var piece in new JsonElements<ToolCallDelta>(data, chat.ToolCalls))
        {
            builder.AddToolCall(data, piece, chat.IsWhole || (!isFirst && piece.Index is null && !piece.Name.IsEmpty));
            isFirst = false;
        }
    }
}
