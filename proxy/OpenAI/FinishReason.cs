namespace ClaudeCodeProxy.OpenAI;

/// <summary>Why an upstream ended its response.</summary>
internal enum FinishReason
{
    /// <summary>It did not say, yet.</summary>
    None,
    Stop,
    Length,

    /// <summary>There was no more room in the model's context.</summary>
    ContextFull,
    ToolCalls,
    ContentFilter,
    Error,

    /// <summary>A reason that this proxy does not know.</summary>
    Other,
}

/// <summary>Reads finish reasons: OpenAI's, and those that Mistral, DeepSeek, Zhipu, vLLM and SGLang add.</summary>
internal static class FinishReasons
{
    public static FinishReason Parse(ReadOnlySpan<byte> reason) => reason switch
    {
        [] => FinishReason.None,
        _ when reason.SequenceEqual("stop"u8) => FinishReason.Stop,
        _ when reason.SequenceEqual("tool_calls"u8) || reason.SequenceEqual("function_call"u8) => FinishReason.ToolCalls,
        _ when reason.SequenceEqual("length"u8) || reason.SequenceEqual("max_tokens"u8) => FinishReason.Length,
        _ when reason.SequenceEqual("model_length"u8) || reason.SequenceEqual("model_context_window_exceeded"u8) => FinishReason.ContextFull,
        _ when reason.SequenceEqual("content_filter"u8) || reason.SequenceEqual("sensitive"u8) => FinishReason.ContentFilter,
        _ when IsFailure(reason) => FinishReason.Error,
        _ => FinishReason.Other,
    };

    private static bool IsFailure(ReadOnlySpan<byte> reason) =>
        reason.SequenceEqual("error"u8) || reason.SequenceEqual("abort"u8) || reason.SequenceEqual("network_error"u8)
        || reason.SequenceEqual("insufficient_system_resource"u8);
}
