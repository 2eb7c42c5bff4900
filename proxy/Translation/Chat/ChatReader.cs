using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.OpenAI;
using ClaudeCodeProxy.Translation.Errors;
using ClaudeCodeProxy.Translation.Responses;

namespace ClaudeCodeProxy.Translation.Chat;

/// <summary>Reads chat completions and the chunks of streamed ones.</summary>
internal sealed class ChatReader(ResponseContext context, ResponseBuilder answer) : ResponseReader
{
    public override bool Take(ReadOnlySpan<byte> data)
    {
        if (data.TrimEnd((byte)' ').SequenceEqual("[DONE]"u8)) return true;
        Take(ChatResponseReader.Read(data), data);
        return false;
    }

    public override void TakeWhole(ReadOnlySpan<byte> data)
    {
        var chat = ChatResponseReader.Read(data);
        Take(chat, data);
        if (!chat.HasChoice) throw new ApiErrorException(ApiError.BadGateway("The upstream's answer holds no choice."));
    }

    private void Take(in ChatResponse chat, ReadOnlySpan<byte> data)
    {
        if (chat.Error.IsPresent) throw new ApiErrorException(UpstreamErrorTranslator.TranslateInAnswer(data, context.Route));
        if (chat.Usage is { } usage) answer.SetUsage(usage);
        if (!chat.HasChoice) return;
        answer.Start();
        if (!chat.FinishReason.IsEmpty) answer.SetFinishReason(FinishReasons.Parse(chat.FinishReason.In(data)));
        if (!chat.StopSequence.IsEmpty) answer.SetStopSequence(chat.StopSequence.ToString(data));
        TakeThoughts(chat, data);
        answer.AddText(chat.Content.In(data));
        if (chat.ContentParts.IsPresent) TakeParts(new ContentParts(data, chat.ContentParts), data);
        TakeCalls(chat, data);
        answer.AddRefusal(chat.Refusal.In(data));
        if (!chat.Annotations.IsPresent) return;
        foreach (var page in new UrlCitations(data, chat.Annotations)) answer.AddSource(page.Url.In(data), page.Title.In(data));
    }

    private void TakeThoughts(in ChatResponse chat, ReadOnlySpan<byte> data)
    {
        answer.AddThinking(chat.Reasoning.In(data));
        if (!chat.Reasoning.IsEmpty || !chat.ReasoningDetails.IsPresent) return;
        foreach (var text in new ReasoningDetails(data, chat.ReasoningDetails)) answer.AddThinking(text.In(data));
    }

    private void TakeParts(ContentParts parts, ReadOnlySpan<byte> data)
    {
        foreach (var part in parts)
        {
            answer.AddThinking(part.Thought.In(data));
            if (part.Thoughts.IsPresent)
            {
                foreach (var thought in new ContentParts(data, part.Thoughts)) answer.AddThinking(thought.Text.In(data));
            }

            answer.AddText(part.Text.In(data));
            answer.AddRefusal(part.Refusal.In(data));
        }
    }

    /// <summary>Pieces find their call by id or index. In a whole message each entry is a call, even where a server numbers them badly.</summary>
    private void TakeCalls(in ChatResponse chat, ReadOnlySpan<byte> data)
    {
        if (chat.FunctionCall.IsPresent) answer.AddToolCall(data, ChatToolCalls.ReadFunctionCall(data, chat.FunctionCall), chat.IsWhole);
        if (!chat.ToolCalls.IsPresent) return;
        foreach (var piece in new ChatToolCalls(data, chat.ToolCalls)) answer.AddToolCall(data, piece, chat.IsWhole);
    }
}
