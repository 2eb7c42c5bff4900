using System.Buffers;

namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>
/// The numbers of tokens that a text names, told apart by the words beside them: "prompt token count of 139639 exceeds the limit of 128000", "maximum
/// context length is 8192 tokens, however you requested 10000 tokens (2000 in the messages, 8000 in the completion)". Null is what it does not say.
/// </summary>
internal sealed class TokenCounts
{
    /// <summary>Below it are numbers of other things.</summary>
    private const int Least = 256;

    private static readonly string[] OfLimit =
        ["max", "maximum", "limit", "allowed", "context", "n_ctx", "exceed", "exceeds", "exceeded", "less", "must", "supports"];

    private static readonly string[] OfOutput =
        ["output", "completion", "max_tokens", "max_completion_tokens", "max_output_tokens", "max_new_tokens"];

    private static readonly string[] OfTotal = ["requested", "total"];

    private static readonly string[] OfPrompt =
        ["prompt", "input", "inputs", "messages", "prompt_tokens", "token", "tokens", "length", "count", "given", "received"];

    private static readonly SearchValues<char> Ends = SearchValues.Create(",;:.()0123456789");

    private int? _prompt;
    private int? _total;

    public int? Prompt => _total - Output ?? _prompt ?? _total;

    public int? Output { get; private set; }

    public int? Limit { get; private set; }

    public static TokenCounts Read(string text)
    {
        var counts = new TokenCounts();
        var words = text.ToLowerInvariant().AsSpan();
        var numbers = new NumberScanner(words);
        var last = 0;
        while (numbers.Next())
        {
            if (numbers.Value >= Least)
                counts.Add(numbers.Value, EndOf(words[last..numbers.Start]), StartOf(words[numbers.End..]));
            last = numbers.End;
        }

        return counts;
    }

    private void Add(int number, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (before.EndsWith(" by "))
            return;
        if (Phrases.HasWord(after, OfOutput))
            Output ??= number;
        else if (NamesLimit(after) || Phrases.HasWord(before, OfLimit))
            Limit ??= number;
        else if (Phrases.HasWord(before, OfOutput))
            Output ??= number;
        else if (Phrases.HasWord(before, OfTotal))
            _total ??= number;
        else if (Phrases.HasWord(before, OfPrompt) || Phrases.HasWord(after, OfPrompt))
            _prompt ??= number;
    }

    /// <summary>"131072 maximum context length", "128000-token limit".</summary>
    private static bool NamesLimit(ReadOnlySpan<char> after)
    {
        var words = after.TrimStart("- ");
        if (words.StartsWith("token"))
            words = words["token".Length..].TrimStart("s ");
        return words.StartsWith("max") || words.StartsWith("limit") || words.StartsWith("context");
    }

    /// <summary>Of the words before a number those of its own clause.</summary>
    private static ReadOnlySpan<char> EndOf(ReadOnlySpan<char> words) => words[(Math.Max(words.LastIndexOf(". "), words.LastIndexOf(" and ")) + 1)..];

    /// <summary>Of the words after a number those of its own clause.</summary>
    private static ReadOnlySpan<char> StartOf(ReadOnlySpan<char> words)
    {
        var end = words.IndexOfAny(Ends);
        if (end >= 0)
            words = words[..end];
        var and = words.IndexOf(" and ");
        return and < 0 ? words : words[..and];
    }
}
