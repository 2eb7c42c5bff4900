using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Models;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Errors;

namespace ClaudeCodeProxy.Translation.Refusals;

/// <summary>
/// Understands from an upstream's error that its model does not know or support a part of the request. What it does not understand it leaves alone.
/// </summary>
internal static class RefusalReader
{
    /// <summary>
    /// What the error may mean, the likeliest first; the first one counts without which the request is another. None when it is about something else.
    /// </summary>
    public static IEnumerable<Refusal> Read(int status, UpstreamProblem problem, Route route) => status switch
    {
        400 or 422 => ReadHistory(problem).Concat(EffortRefusal.Read(problem)).Concat(ReadToolChoice(problem)).Concat(ReadOutputLimit(problem))
            .Concat(ToolLimitRefusal.Read(problem, route)).Concat(SchemaRefusal.Read(problem)).Concat(ReadOptions(problem)),
        402 when problem.AffordableTokens is > 0 and var tokens => [OutputLimit(tokens, isLasting: false)],
        _ => [],
    };

    /// <summary>
    /// Earlier messages are not in the form that the model's template wants: without reasoning, with reasoning that cannot be decrypted (another
    /// account's, or its key is gone), or in another order and with other ids than Mistral's (its codes 3230 and 3280).
    /// </summary>
    private static IEnumerable<Refusal> ReadHistory(UpstreamProblem problem)
    {
        if (problem.Has("reasoning_content") && problem.HasAny("passed back", "missing", "must be provided", "is required"))
            yield return new Refusal("messages without reasoning_content", new ModelTraits { Replay = ReasoningReplay.Everywhere });
        if (problem.Kind.Contains("invalid_encrypted_content", StringComparison.OrdinalIgnoreCase))
            yield return Option(RequestOption.EncryptedReasoning, isLasting: false);
        if (problem.HasAny("after role 'tool'", "after role tool", "with a length of 9"))
            yield return new Refusal("messages in another form than Mistral's", new ModelTraits { HasMistralTemplate = true });
    }

    /// <summary>A choice that the model refuses while it thinks, or one in one form after the other.</summary>
    private static IEnumerable<Refusal> ReadToolChoice(UpstreamProblem problem)
    {
        var isRefused = problem.IsRefusal || problem.HasAny("must be", "should be", "expected", "only", "invalid", "supported");
        if (!isRefused || !problem.Names("tool_choice"))
            yield break;
        if (problem.HasAny("thinking", "reasoning"))
        {
            yield return new Refusal(
                "a forced tool_choice beside thinking", new ModelTraits { ThinksOnlyWithFreeChoice = true, CanStopThinking = true });
            yield return Option(RequestOption.ForcedToolChoice);
        }

        yield return Option(RequestOption.NamedToolChoice);
        yield return Option(RequestOption.ForcedToolChoice);
        yield return Option(RequestOption.ToolChoice);
    }

    /// <summary>"max_tokens is too large: 32000. This model supports at most 16384 completion tokens"</summary>
    private static IEnumerable<Refusal> ReadOutputLimit(UpstreamProblem problem)
    {
        if (!problem.HasAny("max_tokens", "max_completion_tokens", "max_output_tokens"))
            yield break;
        var limit = NumberBeside.After(problem.Message, "at most") ?? NumberBeside.After(problem.Message, "less than or equal to")
            ?? NumberBeside.After(problem.Message, "valid range of max_tokens is [1,");
        if (limit is > 0 and var tokens)
            yield return OutputLimit(tokens);
    }

    private static IEnumerable<Refusal> ReadOptions(UpstreamProblem problem)
    {
        var refused = NamedOptions.Find(problem);
        if (refused != RequestOption.None)
            yield return Option(refused);
    }

    private static Refusal OutputLimit(int tokens, bool isLasting = true) =>
        new("so many output tokens", new ModelTraits { MaxOutputTokens = tokens }, isLasting);

    private static Refusal Option(RequestOption option, bool isLasting = true) =>
        new(RequestOptions.Describe(option), new ModelTraits { Refuses = option }, isLasting);
}
