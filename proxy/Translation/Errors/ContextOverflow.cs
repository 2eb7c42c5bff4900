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
        "input is too long", "maximum prompt length", "maximum model length", "maximum number of tokens allowed", "exceeded model token limit",
        "prompt too long", "`inputs` tokens + `max_new_tokens`",
    ];

    /// <summary>Null when the problem is another one.</summary>
    public static string? Describe(UpstreamProblem problem)
    {
        if (!Signs.Any(sign => $"{problem.Kind} {problem.Message}".Contains(sign, StringComparison.OrdinalIgnoreCase)))
            return null;
        var message = problem.Message;
        var limit = problem.ContextTokens
            ?? FirstAfter(message, "maximum context length is", "maximum model length of", "tokens allowed", "context length (");
        var prompt = problem.PromptTokens ?? FirstAfter(message, "resulted in", "prompt (length", "input token count")
            ?? FirstBefore(message, "in the messages", "tokens in the messages", "input tokens", "of text input");
        var output = FirstBefore(message, "in the completion", "in the output") ?? FirstAfter(message, "is too large:");
        if (prompt is null || limit is null)
            return $"prompt is too long: {Redaction.Redact(message)}";
        if (prompt >= limit || output is null)
            return $"prompt is too long: {prompt} tokens > {limit} maximum";
        var sum = $"{prompt} + {output} > {limit}";
        return $"input length and `max_tokens` exceed context limit: {sum}, decrease input length or `max_tokens` and try again";
    }

    private static int? FirstAfter(string text, params ReadOnlySpan<string> places)
    {
        foreach (var words in places)
        {
            if (NumberBeside.After(text, words) is { } number)
                return number;
        }

        return null;
    }

    private static int? FirstBefore(string text, params ReadOnlySpan<string> places)
    {
        foreach (var words in places)
        {
            if (NumberBeside.Before(text, words) is { } number)
                return number;
        }

        return null;
    }
}
