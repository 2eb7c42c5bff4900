namespace ClaudeCodeProxy.Anthropic;

/// <summary>Why an answer ended, in the values that this proxy gives.</summary>
internal enum StopReason
{
    EndTurn,
    MaxTokens,
    StopSequence,
    ToolUse,
    Refusal,
}

/// <summary>Writes the ends of answers.</summary>
internal static class StopReasons
{
    public static ReadOnlySpan<byte> Name(this StopReason reason) => reason switch
    {
        StopReason.MaxTokens => "max_tokens"u8,
        StopReason.StopSequence => "stop_sequence"u8,
        StopReason.ToolUse => "tool_use"u8,
        StopReason.Refusal => "refusal"u8,
        _ => "end_turn"u8,
    };
}
