namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>
/// Recognises that a model refuses to be told how hard to think: it cannot, or not in this form, and would respond if it were not told.
/// </summary>
internal static class ReasoningRefusal
{
    private static readonly string[] Parameters = ["think value", "reasoning_effort", "reasoning.effort", "'reasoning'", "encrypted content"];

    private static readonly string[] Refusals =
        ["not support", "unsupported", "unrecognized", "unknown", "not permitted", "not allowed", "unexpected", "extra input", "invalid"];

    /// <summary>About the signature or place of thinking they would say something else, which clients act on.</summary>
    private static readonly string[] Abilities =
        ["not support thinking", "not support reasoning", "thinking is not supported", "reasoning is not supported"];

    /// <param name="status">Of the upstream's response.</param>
    /// <param name="body">Of the same, of any kind.</param>
    public static bool Matches(int status, ReadOnlySpan<byte> body)
    {
        if (status is not (400 or 422))
            return false;
        var message = UpstreamProblem.Read(body).Message;
        return (ContainsAny(message, Parameters) && ContainsAny(message, Refusals)) || ContainsAny(message, Abilities);
    }

    private static bool ContainsAny(string message, string[] signs) => signs.Any(sign => message.Contains(sign, StringComparison.OrdinalIgnoreCase));
}
