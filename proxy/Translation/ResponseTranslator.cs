using System.Buffers;
using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.OpenAI;
using ClaudeCodeProxy.Translation.Answers;

namespace ClaudeCodeProxy.Translation;

/// <summary>Writes an OpenAI chat completion as an Anthropic message.</summary>
internal static class ResponseTranslator
{
    /// <summary>
    /// Returns what the answer took. Throws <see cref="ApiErrorException"/> when the answer is an error, garbage, or cannot be given faithfully; what
    /// is in the output then is of no use.
    /// </summary>
    public static Usage Translate(ReadOnlyMemory<byte> answer, AnswerContext context, IBufferWriter<byte> output)
    {
        try
        {
            var source = answer.Span;
            return Write(new JsonWriter(output, source), Read(source), context);
        }
        catch (JsonFormatException e)
        {
            var path = JsonPath.To(answer.Span, e.Position);
            throw new ApiErrorException(ApiError.BadGateway($"The upstream's answer is no chat completion: {path} {e.Message}."));
        }
    }

    private static ChatAnswer Read(ReadOnlySpan<byte> source)
    {
        var answer = ChatAnswerReader.Read(source);
        if (answer.Error.IsPresent) throw new ApiErrorException(UpstreamErrorTranslator.TranslateInAnswer(source));
        return answer.HasChoice ? answer : throw new ApiErrorException(ApiError.BadGateway("The upstream's answer holds no choice."));
    }

    private static Usage Write(JsonWriter json, in ChatAnswer answer, AnswerContext context)
    {
        var end = new AnswerEnd(context);
        end.Take(answer, json.Source);
        if (end.Finish == FinishReason.Error) throw new ApiErrorException(ApiError.BadGateway("The upstream reports that the model failed."));
        json.Raw("{\"id\":"u8);
        json.Text(context.MessageId);
        json.Raw(",\"type\":\"message\",\"role\":\"assistant\",\"model\":"u8);
        json.Text(context.ClientModel);
        json.Raw(",\"content\":["u8);
        AnswerContentWriter.WriteThoughts(ref json, answer);
        AnswerContentWriter.WriteText(ref json, answer.Content);
        AnswerContentWriter.WriteText(ref json, answer.Refusal);
        var hasCall = new AnswerCallsWriter(context, end.IsCut).Write(ref json, answer);
        json.Raw("],"u8);
        end.Reason(hasCall).Write(ref json, end.StopSequence(hasCall));
        json.Raw(",\"usage\":"u8);
        var usage = answer.Usage is { } counted ? AnswerUsage.Translate(counted) : AnswerUsage.Estimate(context, answer.TextLength);
        usage.Write(ref json);
        json.Raw("}"u8);
        json.Commit();
        return usage;
    }
}
