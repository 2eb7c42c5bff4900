namespace ClaudeCodeProxy.OpenAI;

/// <summary>Why an upstream ended its response.</summary>
internal enum FinishReason
{
    /// <summary>It did not say, yet.</summary>
    None,
    Stop,
    Length,
    ToolCalls,
    ContentFilter,
    Error,

    /// <summary>A reason that this proxy does not know.</summary>
    Other,
}

/// <summary>Reads finish reasons.</summary>
internal static class FinishReasons
{
    public static FinishReason Parse(ReadOnlySpan<byte> reason) => reason switch
    {
        [] => FinishReason.None,
        _ when reason.SequenceEqual("stop"u8) => FinishReason.Stop,
        _ when reason.SequenceEqual("tool_calls"u8) || reason.SequenceEqual("function_call"u8) => FinishReason.ToolCalls,
        _ when reason.SequenceEqual("length"u8) => FinishReason.Length,
        _ when reason.SequenceEqual("content_filter"u8) => FinishReason.ContentFilter,
        _ when reason.SequenceEqual("error"u8) => FinishReason.Error,
        _ => FinishReason.Other,
    };
}
