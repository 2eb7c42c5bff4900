namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>
/// Recognises that a request does not fit the model's context, and says so in Anthropic's words: clients compact their conversation at "prompt is too
/// long", and ask for fewer tokens at "exceed context limit".
/// </summary>
internal static class ContextOverflow
{
    private static readonly string[] Signs =
    [
        "context_length_exceeded", "exceed_context_size", "context length", "context window", "context size", "prompt is too long",
        "input is too long", "maximum prompt length",
    ];

    /// <summary>Null when the problem is another one.</summary>
    public static string? Describe(UpstreamProblem problem)
    {
        if (!Signs.Any(sign => $"{problem.Kind} {problem.Message}".Contains(sign, StringComparison.OrdinalIgnoreCase))) return null;
        var message = problem.Message;
        var limit = problem.ContextTokens ?? NumberAfter(message, "maximum context length is");
        var prompt = problem.PromptTokens ?? NumberAfter(message, "resulted in")
            ?? NumberBefore(message, "in the messages") ?? NumberBefore(message, "input tokens");
        var answer = NumberBefore(message, "in the completion") ?? NumberAfter(message, "is too large:");
        if (prompt is null || limit is null) return $"prompt is too long: {Redaction.Of(message)}";
        if (prompt >= limit || answer is null) return $"prompt is too long: {prompt} tokens > {limit} maximum";
        var sum = $"{prompt} + {answer} > {limit}";
        return $"input length and `max_tokens` exceed context limit: {sum}, decrease input length or `max_tokens` and try again";
    }

    private static int? NumberAfter(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        if (start < 0) return null;
        var rest = text.AsSpan(start + words.Length).TrimStart();
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(digits < 0 ? rest : rest[..digits], out var number) ? number : null;
    }

    private static int? NumberBefore(string text, string words)
    {
        var end = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        if (end < 0) return null;
        var rest = text.AsSpan(0, end).TrimEnd();
        return int.TryParse(rest[(rest.LastIndexOfAnyExceptInRange('0', '9') + 1)..], out var number) ? number : null;
    }
}
