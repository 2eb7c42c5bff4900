using ClaudeCodeProxy.Anthropic.Errors;

namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>
/// Recognises that a request does not fit the model's context, and says so in Anthropic's words: clients compact their conversation at "prompt is too
/// long", and ask for fewer tokens at "exceed context limit". Providers say it in many ways, so it is known by what a sentence is about and what it
/// says of it, or by its numbers.
/// </summary>
internal static class ContextOverflow
{
    private const string TooLong = "prompt is too long";
    private const string TooLongWithOutput = "input length and `max_tokens` exceed context limit";

    /// <summary>In codes and types.</summary>
    private static readonly string[] Codes =
        ["context_length", "context_size", "context_window", "prompt_tokens_exceeded", "prompt_too_long", "tokens_limit_reached"];

    /// <summary>Zhipu's and MiniMax's.</summary>
    private static readonly string[] NumericCodes = ["1261", "1039"];

    private static readonly string[] Prompts = ["prompt", "input", "inputs", "messages", "message token", "message tokens"];

    /// <summary>Where output is mentioned too, they may be its.</summary>
    private static readonly string[] Windows =
    [
        "context length", "context window", "contextwindow", "context size", "model length", "token limit", "tokens limit", "token count",
        "token length", "number of tokens", "total tokens", "requested tokens", "too many tokens", "message exceed", "上下文", "输入",
    ];

    private static readonly string[] Outputs = ["output", "completion", "max_tokens", "max_completion_tokens", "max_output_tokens"];

    private static readonly string[] Excesses =
    [
        "exceed", "too long", "too large", "too many tokens", "too many input tokens", "longer than", "greater than the context", "overflow",
        "reduce the length", "range of input length", "超长", "超过", "超出",
    ];

    /// <summary>Limits of the account and of single members, which are told in the same words.</summary>
    private static readonly string[] OtherLimits =
    [
        "per min", "per day", "per hour", "per second", "tokens/min", "tpm", "daily", "monthly", "rate limit", "rate_limit", "quota", "please wait",
        "string too long", "array too long",
    ];

    /// <summary>What is counted in something else than tokens.</summary>
    private static readonly string[] Others = ["image", "images", "pixels", "file", "pdf", "audio", "video", "character", "characters"];

    /// <summary>Null when the problem is another one.</summary>
    public static string? Describe(UpstreamProblem problem)
    {
        var message = problem.Message;
        if (IsOtherLimit(problem))
            return null;
        var start = message.IndexOf(TooLongWithOutput, StringComparison.OrdinalIgnoreCase);
        if (start >= 0)
            return Redaction.Redact(message[start..]);
        var counts = TokenCounts.Read(message);
        var (prompt, limit) = (problem.PromptTokens ?? counts.Prompt, problem.ContextTokens ?? counts.Limit);
        var isTooMuch = prompt + (counts.Output ?? 0) > limit;
        if (!isTooMuch && !HasCode(problem) && !IsSaid(message))
            return null;
        if (prompt >= limit)
            return $"{TooLong}: {prompt} tokens > {limit} maximum";
        return isTooMuch
            ? $"{TooLongWithOutput}: {prompt} + {counts.Output} > {limit}, decrease input length or `max_tokens` and try again"
            : InWords(message);
    }

    /// <summary>An error says what <see cref="Describe"/> says.</summary>
    public static bool IsTold(ApiError error) =>
        error.Message.StartsWith(TooLong, StringComparison.Ordinal) || error.Message.StartsWith(TooLongWithOutput, StringComparison.Ordinal);

    private static string InWords(string message)
    {
        var reason = Redaction.Redact(message);
        return reason.StartsWith(TooLong, StringComparison.OrdinalIgnoreCase) ? TooLong + reason[TooLong.Length..] : $"{TooLong}: {reason}";
    }

    private static bool IsOtherLimit(UpstreamProblem problem) =>
        problem.HasAny(OtherLimits) || problem.IsKind(OtherLimits) || (Phrases.HasWord(problem.Message, Others) && !problem.HasAny("token"));

    private static bool HasCode(UpstreamProblem problem) => problem.IsKind(Codes) || problem.HasCode(NumericCodes);

    private static bool IsSaid(string message)
    {
        foreach (var range in message.AsSpan().Split(". "))
        {
            var sentence = message.AsSpan(range);
            if (Phrases.HasAny(sentence, Excesses) && IsAboutPrompt(sentence))
                return true;
        }

        return false;
    }

    private static bool IsAboutPrompt(ReadOnlySpan<char> sentence) =>
        Phrases.HasWord(sentence, Prompts) || (Phrases.HasAny(sentence, Windows) && !Phrases.HasWord(sentence, Outputs));
}
