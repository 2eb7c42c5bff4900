using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.OpenAI;

namespace ClaudeCodeProxy.Translation.Answers;

/// <summary>Writes the tool calls of an answer that came whole.</summary>
/// <param name="isCut">The answer stopped early: a call whose arguments are unfinished is left out then, and an error otherwise.</param>
internal sealed class AnswerCallsWriter(AnswerContext context, bool isCut)
{
    private int _number;

    /// <summary>True when there was a complete call.</summary>
    public bool Write(ref JsonWriter json, in ChatAnswer answer)
    {
        if (answer.FunctionCall.IsPresent) Write(ref json, ChatToolCalls.ReadFunctionCall(json.Source, answer.FunctionCall));
        if (answer.ToolCalls.IsPresent)
        {
            foreach (var call in new ChatToolCalls(json.Source, answer.ToolCalls)) Write(ref json, call);
        }

        return _number > 0;
    }

    private void Write(ref JsonWriter json, ChatToolCall call)
    {
        using var arguments = new ToolArguments();
        if (call.ArgumentsObject.IsPresent) arguments.AppendObject(call.ArgumentsObject.In(json.Source));
        else arguments.Append(call.Arguments.In(json.Source));
        if (arguments.IsEmpty && !isCut) arguments.Append("{}"u8);
        if (!arguments.IsComplete && isCut) return;
        if (!arguments.IsComplete || call.Name.IsEmpty)
            throw new ApiErrorException(ApiError.BadGateway("The upstream's answer holds a tool call without a name, or with unfinished arguments."));

        json.Comma();
        json.Raw("{\"type\":\"tool_use\",\"id\":\""u8);
        json.Raw(ToolUseId.For(call.Id.In(json.Source), context, _number++));
        json.Raw("\",\"name\":\""u8);
        json.Raw(context.ToolNames.ForClient(call.Name.In(json.Source)));
        json.Raw("\",\"input\":"u8);
        arguments.Write(ref json);
        json.Raw("}"u8);
    }
}
