using System.Text.Unicode;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.OpenAI;
using ClaudeCodeProxy.Translation.Errors;
using ClaudeCodeProxy.Translation.Responses;

namespace ClaudeCodeProxy.Translation.ResponsesApi;

/// <summary>
/// Reads responses of the Responses API, and the events of streamed ones. What a stream said in pieces is not taken again from the items it repeats.
/// </summary>
internal sealed class ResponsesReader(ResponseContext context, ResponseBuilder builder) : ResponseReader
{
    private readonly ResponsesItemReader _items = new(context, builder);

    public override bool Take(ReadOnlySpan<byte> data)
    {
        CheckText(data);
        if (data.StartsWith("[DONE]"u8))
            return false;
        var read = ResponsesEvent.Read(data);
        var type = read.Type.In(data);
        if (type.SequenceEqual("response.output_text.delta"u8))
            _items.AddText(read.Delta.In(data));
        else if (type.SequenceEqual("response.function_call_arguments.delta"u8))
            builder.AddToolCall(data, Piece(read, read.Delta, isWhole: false));
        else if (type.SequenceEqual("response.function_call_arguments.done"u8))
            builder.AddToolCall(data, Piece(read, read.Arguments, isWhole: true));
        else if (IsThinking(type))
            _items.AddThinking(read.Delta.In(data));
        else if (type.SequenceEqual("response.reasoning_summary_part.added"u8))
            _items.BeginThinkingPart(read.SummaryIndex);
        else if (type.SequenceEqual("response.refusal.delta"u8))
            _items.AddRefusal(read.Delta.In(data));
        else if (type.SequenceEqual("response.output_text.annotation.added"u8) && read.Annotation.IsPresent)
            TakeAnnotation(data, read.Annotation);
        else if (type.SequenceEqual("response.output_item.added"u8))
            _items.Begin(data, ReadItem(data, read), read.OutputIndex);
        else if (type.SequenceEqual("response.output_item.done"u8))
            _items.Take(data, ReadItem(data, read), read.OutputIndex);
        else if (IsEnd(type))
            return End(data, read);
        else if (type.SequenceEqual("error"u8) || read.Error.IsPresent)
            throw new ApiErrorException(UpstreamErrorTranslator.TranslateInResponse(data, context.Route));
        return false;
    }

    public override void TakeWhole(ReadOnlySpan<byte> data)
    {
        CheckText(data);
        var whole = new JsonCursor(data);
        whole.Skip();
        whole.ExpectEnd();
        Take(data, ResponsesObject.Read(data, 0));
        if (!builder.HasStarted)
        {
            throw new ApiErrorException(UpstreamErrorTranslator.FindInResponse(data, context.Route)
                ?? ApiError.BadGateway("The upstream's response holds no output."));
        }
    }

    private static void CheckText(ReadOnlySpan<byte> data)
    {
        if (!Utf8.IsValid(data))
            throw new JsonFormatException(0, "not valid UTF-8");
    }

    /// <summary>The reasoning itself where a server shows it, else its summary.</summary>
    private static bool IsThinking(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("response.reasoning_summary_text.delta"u8) || type.SequenceEqual("response.reasoning_text.delta"u8);

    private static bool IsEnd(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("response.completed"u8) || type.SequenceEqual("response.incomplete"u8) || type.SequenceEqual("response.failed"u8);

    private static ToolCallDelta Piece(ResponsesEvent read, JsonText arguments, bool isWhole) =>
        new() { Index = read.OutputIndex, ItemId = read.ItemId, Arguments = arguments, IsWhole = isWhole };

    private static ResponsesItem ReadItem(ReadOnlySpan<byte> data, ResponsesEvent read)
    {
        var cursor = new JsonCursor(data, read.Item.Start);
        return read.Item.IsPresent ? ResponsesItem.Read(ref cursor) : default;
    }

    private void TakeAnnotation(ReadOnlySpan<byte> data, JsonValue annotation)
    {
        var cursor = new JsonCursor(data, annotation.Start);
        _items.AddCitation(data, UrlCitation.Read(ref cursor));
    }

    private bool End(ReadOnlySpan<byte> data, ResponsesEvent read)
    {
        if (!read.Response.IsPresent)
            throw new JsonFormatException(0, "the response is missing");
        Take(data, ResponsesObject.Read(data, read.Response.Start));
        return true;
    }

    private void Take(ReadOnlySpan<byte> data, in ResponsesObject response)
    {
        if (response.Error.IsPresent)
            throw new ApiErrorException(UpstreamErrorTranslator.TranslateInResponse(response.Error.In(data), context.Route));
        if (response.Usage is { } usage)
            builder.SetUsage(usage);
        builder.SetFinishReason(response.Finish(data));
        if (builder.HasStarted || !response.Output.IsPresent)
            return;
        // Nothing came before: the response is all here.
        builder.Start();
        var index = 0;
        foreach (var item in new JsonElements<ResponsesItem>(data, response.Output))
            _items.Take(data, item, index++);
    }
}
