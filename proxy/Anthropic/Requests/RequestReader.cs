using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>Reads a request's body in one pass; of a repeated member the last counts, unknown ones are passed over.</summary>
internal static class RequestReader
{
    public static MessagesRequest Read(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span)) throw new ApiErrorException(ApiError.InvalidRequest("the request body is not valid UTF-8"));
        try
        {
            var cursor = new JsonCursor(body.Span);
            var request = ReadBody(ref cursor, body);
            cursor.ExpectEnd();
            return request;
        }
        catch (JsonFormatException e)
        {
            var path = JsonPath.To(body.Span, e.Position);
            throw new ApiErrorException(ApiError.InvalidRequest($"{(path.Length > 0 ? path : "request body")}: {e.Message} (at byte {e.Position})"));
        }
    }

    private static MessagesRequest ReadBody(ref JsonCursor cursor, ReadOnlyMemory<byte> body)
    {
        JsonText model = default, userId = default;
        JsonValue temperature = default, topP = default, olderSchema = default;
        var (maxTokens, stream) = (0, false);
        ImmutableArray<ContentBlock> system = [];
        ImmutableArray<Message> messages = [];
        ImmutableArray<Tool> tools = [];
        ImmutableArray<JsonText> stopSequences = [];
        ToolChoice? toolChoice = null;
        Thinking? thinking = null;
        OutputConfig output = default;
        ImmutableArray<string> unread = [];

        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("model"u8)) model = cursor.ReadText();
            else if (name.SequenceEqual("messages"u8)) messages = MessageReader.ReadAll(ref cursor, body.Span);
            else if (cursor.SkipNull()) continue;
            else if (name.SequenceEqual("max_tokens"u8)) maxTokens = cursor.ReadInt();
            else if (name.SequenceEqual("stream"u8)) stream = cursor.ReadBool();
            else if (name.SequenceEqual("system"u8)) system = ContentReader.Read(ref cursor, body.Span);
            else if (name.SequenceEqual("tools"u8)) tools = ToolReader.ReadAll(ref cursor, body.Span);
            else if (name.SequenceEqual("tool_choice"u8)) toolChoice = ToolReader.ReadChoice(ref cursor, body.Span);
            else if (name.SequenceEqual("thinking"u8)) thinking = OptionReader.ReadThinking(ref cursor, body.Span);
            else if (name.SequenceEqual("output_config"u8)) output = OptionReader.ReadOutputConfig(ref cursor);
            else if (name.SequenceEqual("output_format"u8)) olderSchema = OptionReader.ReadSchema(ref cursor);
            else if (name.SequenceEqual("stop_sequences"u8)) stopSequences = OptionReader.ReadStopSequences(ref cursor);
            else if (name.SequenceEqual("temperature"u8)) temperature = cursor.ReadNumber();
            else if (name.SequenceEqual("top_p"u8)) topP = cursor.ReadNumber();
            else if (name.SequenceEqual("metadata"u8)) userId = OptionReader.ReadUserId(ref cursor);
            // Left out silently, a client would believe that its tools' calls were checked: refused, Claude Code's auto mode checks them itself.
            else if (name.SequenceEqual("safeguards"u8)) throw cursor.Fail("this proxy's upstream cannot check tool calls; leave it out");
            else
            {
                if (!IsDispensable(name)) unread = unread.Add(Encoding.UTF8.GetString(name));
                cursor.Skip();
            }
        }

        if (model.IsEmpty) throw Required("model");
        if (messages.IsEmpty) throw Required("messages");
        return new MessagesRequest
        {
            Body = body,
            Model = model.ToString(body.Span),
            MaxTokens = maxTokens,
            Stream = stream,
            System = system,
            Messages = messages,
            Tools = tools,
            ToolChoice = toolChoice,
            Thinking = thinking,
            Effort = output.Effort,
            OutputSchema = output.Schema.IsPresent ? output.Schema : olderSchema,
            StopSequences = stopSequences,
            Temperature = temperature,
            TopP = topP,
            UserId = userId,
            UnreadOptions = unread,
        };
    }

    /// <summary>What matters to Anthropic's own service only: where and how fast it computes, caches, and clears old thoughts.</summary>
    private static bool IsDispensable(ReadOnlySpan<byte> option) =>
        option.SequenceEqual("context_management"u8) || option.SequenceEqual("cache_control"u8) || option.SequenceEqual("service_tier"u8)
        || option.SequenceEqual("betas"u8) || option.SequenceEqual("speed"u8) || option.SequenceEqual("inference_geo"u8);

    private static ApiErrorException Required(string member) => new(ApiError.InvalidRequest($"{member}: required, and must not be empty"));
}
