using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Responses;

/// <summary>Why a response ended, in the values that this proxy gives.</summary>
internal enum StopReason
{
    EndTurn,
    MaxTokens,
    StopSequence,
    ToolUse,
    Refusal,

    /// <summary><c>model_context_window_exceeded</c></summary>
    ContextFull,
}

/// <summary>Writes stop reasons.</summary>
internal static class StopReasons
{
    /// <summary>Writes the members <c>stop_reason</c> and <c>stop_sequence</c>.</summary>
    /// <param name="sequence">Plain; null unless the response ended at one.</param>
    public static void Write(this StopReason reason, ref JsonWriter json, string? sequence)
    {
        json.Raw("\"stop_reason\":\""u8);
        json.Raw(reason switch
        {
            StopReason.MaxTokens => "max_tokens"u8,
            StopReason.StopSequence => "stop_sequence"u8,
            StopReason.ToolUse => "tool_use"u8,
            StopReason.Refusal => "refusal"u8,
            StopReason.ContextFull => "model_context_window_exceeded"u8,
            _ => "end_turn"u8,
        });
        json.Raw("\",\"stop_sequence\":"u8);
        if (sequence is null)
            json.Raw("null"u8);
        else
            json.Text(sequence);
    }
}
