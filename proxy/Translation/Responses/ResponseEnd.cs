using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.OpenAI;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>How a response ended, collected while it comes, and the stop reason that Anthropic has for it.</summary>
internal sealed class ResponseEnd(ResponseContext context)
{
    private string? _stopSequence;
    private bool _isRefused;

    /// <summary>Why the upstream stopped; None while it has not.</summary>
    public FinishReason Finish { get; private set; }

    /// <summary>The response stopped before it was finished, so that a tool call may be incomplete.</summary>
    public bool IsCut => Finish is FinishReason.Length or FinishReason.ContextFull or FinishReason.ContentFilter || _isRefused;

    /// <summary>The client's stop sequence that the upstream says it met; null when the response ended in another way.</summary>
    public string? StopSequence(bool hasCompleteCall) => Reason(hasCompleteCall) == StopReason.StopSequence ? _stopSequence : null;

    public void TakeFinish(FinishReason reason)
    {
        if (reason != FinishReason.None)
            Finish = reason;
    }

    public void TakeRefusal() => _isRefused = true;

    /// <summary>Some upstreams report their own end token there, which the client did not ask for.</summary>
    public void TakeStopSequence(string sequence)
    {
        if (context.StopSequences.Contains(sequence))
            _stopSequence = sequence;
    }

    public StopReason Reason(bool hasCompleteCall) => Finish switch
    {
        _ when context.IsWarmUp => StopReason.MaxTokens,
        FinishReason.Length => StopReason.MaxTokens,
        FinishReason.ContextFull => StopReason.ContextFull,
        FinishReason.ContentFilter => StopReason.Refusal,
        _ when _isRefused => StopReason.Refusal,
        _ when hasCompleteCall => StopReason.ToolUse,
        FinishReason.Stop when _stopSequence is not null => StopReason.StopSequence,
        _ => StopReason.EndTurn,
    };
}
