using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Safeguards.Facts;

namespace ClaudeCodeProxy.Translation.Checks;

/// <summary>A tool call that the client has been given, and what is thought of it so far.</summary>
/// <param name="id">As the client knows it, escaped.</param>
/// <param name="rules">What the rules say.</param>
internal sealed class CheckedCall(byte[] id, ToolCall call, Verdict rules)
{
    public byte[] Id => id;

    public ToolCall Call => call;

    public Verdict Rules => rules;

    /// <summary>Null while a model has yet to say.</summary>
    public CallOutcome? Outcome { get; set; }

    /// <summary>How long the model took.</summary>
    public TimeSpan Took { get; set; }

    /// <summary>A model has been asked.</summary>
    public bool IsAsked { get; set; }
}
