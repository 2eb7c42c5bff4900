using System.Collections.Immutable;
using System.Text;
using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>The members of a request's body, collected in whichever order they come.</summary>
internal struct RequestMembers(KnownTools? known)
{
    private JsonText _model;
    private JsonText _userId;
    private JsonValue _temperature;
    private JsonValue _topP;
    private JsonValue _betaSchema;
    private OutputConfig _output;
    private int? _maxTokens;
    private bool _stream;
    private bool _isFast;
    private SafeguardsOption _safeguards = SafeguardsOption.None;
    private ImmutableArray<ContentBlock> _system = [];
    private ImmutableArray<Message> _messages = [];
    private ImmutableArray<Tool> _tools = [];
    private ImmutableArray<JsonText> _stopSequences = [];
    private ImmutableArray<string> _unread = [];
    private ToolChoice? _toolChoice;
    private Thinking? _thinking;

    /// <summary>Null stands for absent in all but model and messages.</summary>
    public void Read(ref JsonCursor cursor, ReadOnlySpan<byte> name, ReadOnlySpan<byte> source)
    {
        if (name.SequenceEqual("model"u8))
            _model = cursor.ReadText();
        else if (name.SequenceEqual("messages"u8))
            _messages = MessageReader.ReadAll(ref cursor, source);
        else if (!cursor.SkipNull() && !ReadContent(ref cursor, name, source) && !ReadOption(ref cursor, name, source))
            ReadOther(ref cursor, name);
    }

    public readonly MessagesRequest ToRequest(ReadOnlyMemory<byte> body)
    {
        if (_model.IsEmpty)
            throw Required("model");
        if (_messages.IsEmpty)
            throw Required("messages");
        return new MessagesRequest
        {
            Body = body,
            Model = _model.ToString(body.Span),
            MaxTokens = _maxTokens,
            Stream = _stream,
            IsFast = _isFast,
            Safeguards = _safeguards,
            System = _system,
            Messages = _messages,
            Tools = _tools,
            ToolChoice = _toolChoice,
            Thinking = _thinking,
            Effort = _output.Effort,
            OutputSchema = _output.Schema.IsPresent ? _output.Schema : _betaSchema,
            StopSequences = _stopSequences,
            Temperature = _temperature,
            TopP = _topP,
            UserId = _userId,
            UnreadOptions = _unread,
        };
    }

    private bool ReadContent(ref JsonCursor cursor, ReadOnlySpan<byte> name, ReadOnlySpan<byte> source)
    {
        if (name.SequenceEqual("system"u8))
            _system = ContentReader.Read(ref cursor, source);
        else if (name.SequenceEqual("tools"u8))
            _tools = known is null ? ToolReader.ReadAll(ref cursor, source) : known.Read(ref cursor, source);
        else if (name.SequenceEqual("tool_choice"u8))
            _toolChoice = ToolReader.ReadChoice(ref cursor, source);
        else
            return false;
        return true;
    }

    private bool ReadOption(ref JsonCursor cursor, ReadOnlySpan<byte> name, ReadOnlySpan<byte> source)
    {
        if (name.SequenceEqual("max_tokens"u8))
            _maxTokens = cursor.ReadInt();
        else if (name.SequenceEqual("stream"u8))
            _stream = cursor.ReadBool();
        else if (name.SequenceEqual("speed"u8))
            _isFast = cursor.ReadText().Is(source, "fast"u8);
        else if (name.SequenceEqual("safeguards"u8))
            _safeguards = SafeguardsOption.Read(ref cursor, source);
        else if (name.SequenceEqual("thinking"u8))
            _thinking = OptionReader.ReadThinking(ref cursor, source);
        else if (name.SequenceEqual("output_config"u8))
            ReadOutputConfig(ref cursor);
        else if (name.SequenceEqual("output_format"u8))
            _betaSchema = OptionReader.ReadSchema(ref cursor);
        else if (name.SequenceEqual("stop_sequences"u8))
            _stopSequences = OptionReader.ReadStopSequences(ref cursor);
        else if (name.SequenceEqual("temperature"u8))
            _temperature = cursor.ReadNumber();
        else if (name.SequenceEqual("top_p"u8))
            _topP = cursor.ReadNumber();
        else if (name.SequenceEqual("metadata"u8))
            _userId = OptionReader.ReadUserId(ref cursor);
        else
            return false;
        return true;
    }

    private void ReadOutputConfig(ref JsonCursor cursor)
    {
        _output = OptionReader.ReadOutputConfig(ref cursor);
        if (_output.HasTaskBudget)
            _unread = _unread.Add("task_budget");
    }

    private void ReadOther(ref JsonCursor cursor, ReadOnlySpan<byte> name)
    {
        // Anthropic keeps the earlier messages of a thread: without them the model would respond to a part of the conversation.
        if (name.SequenceEqual("thread"u8))
            throw cursor.Fail("this proxy keeps no conversations; send all messages, without thread");
        if (!IsDispensable(name))
            _unread = _unread.Add(Encoding.UTF8.GetString(name));
        cursor.Skip();
    }

    /// <summary>What matters to Anthropic's own service only: where and how fast it computes, caches, and clears old thinking.</summary>
    private static bool IsDispensable(ReadOnlySpan<byte> option) =>
        option.SequenceEqual("context_management"u8) || option.SequenceEqual("cache_control"u8) || option.SequenceEqual("service_tier"u8)
        || option.SequenceEqual("betas"u8) || option.SequenceEqual("inference_geo"u8) || option.SequenceEqual("diagnostics"u8)
        || option.SequenceEqual("billing_policy"u8) || option.SequenceEqual("workspace_id"u8) || option.SequenceEqual("user_profile_id"u8)
        || option.SequenceEqual("fallback_credit_token"u8);

    private static ApiErrorException Required(string member) => new(ApiError.InvalidRequest($"{member}: required, and must not be empty"));
}
