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
    /// <summary>Null when the error is about something else, or about what the route is known to refuse already.</summary>
    public static Refusal? Read(int status, UpstreamProblem problem, Route route)
    {
        if (status == 402)
            return problem.AffordableTokens is > 0 and var tokens ? new Refusal("so many output tokens", Limit(tokens), isLasting: false) : null;
        if (status is not (400 or 422))
            return null;
        return ReadReasoning(problem, route) ?? ReadToolChoice(problem, route) ?? ReadOutputLimit(problem, route)
            ?? SchemaRefusal.Read(problem, route) ?? ReadOptions(problem, route);
    }

    /// <summary>Reasoning of earlier turns: it must come back, it must not, or it cannot be decrypted (another account's, or the key is gone).</summary>
    private static Refusal? ReadReasoning(UpstreamProblem problem, Route route)
    {
        if (problem.Has("reasoning_content") && problem.HasAny("passed back", "missing", "must be provided", "is required")
            && route.Replay != ReasoningReplay.Everywhere)
        {
            return new Refusal("messages without reasoning_content", new ModelTraits { Replay = ReasoningReplay.Everywhere });
        }

        if (problem.Kind.Contains("invalid_encrypted_content", StringComparison.OrdinalIgnoreCase))
            return New(RequestOption.EncryptedReasoning, route, isLasting: false);
        return EffortRefusal.Read(problem, route);
    }

    /// <summary>A choice that the model refuses only while it thinks, or in one form after the other.</summary>
    private static Refusal? ReadToolChoice(UpstreamProblem problem, Route route)
    {
        if (!problem.Names("tool_choice") || !(problem.IsRefusal || problem.HasAny("must be", "should be", "expected", "only", "invalid")))
            return null;
        if (problem.HasAny("thinking", "reasoning") && route.Traits.ThinksOnlyWithFreeChoice != true)
            return new Refusal("a forced tool_choice beside thinking", new ModelTraits { ThinksOnlyWithFreeChoice = true, CanStopThinking = true });
        return New(RequestOption.NamedToolChoice, route) ?? New(RequestOption.ForcedToolChoice, route) ?? New(RequestOption.ToolChoice, route);
    }

    /// <summary>"max_tokens is too large: 32000. This model supports at most 16384 completion tokens"</summary>
    private static Refusal? ReadOutputLimit(UpstreamProblem problem, Route route)
    {
        if (!problem.HasAny("max_tokens", "max_completion_tokens", "max_output_tokens"))
            return null;
        var limit = NumberBeside.After(problem.Message, "at most") ?? NumberBeside.After(problem.Message, "less than or equal to")
            ?? NumberBeside.After(problem.Message, "valid range of max_tokens is [1,");
        return limit > 0 && limit != route.Traits.MaxOutputTokens ? new Refusal("so many output tokens", Limit(limit.Value)) : null;
    }

    private static Refusal? ReadOptions(UpstreamProblem problem, Route route)
    {
        var refused = NamedOptions.Find(problem) & ~route.Traits.Refuses;
        return refused == RequestOption.None ? null : new Refusal(RequestOptions.Describe(refused), new ModelTraits { Refuses = refused });
    }

    private static ModelTraits Limit(int tokens) => new() { MaxOutputTokens = tokens };

    private static Refusal? New(RequestOption option, Route route, bool isLasting = true) =>
        route.Refuses(option) ? null : new Refusal(RequestOptions.Describe(option), new ModelTraits { Refuses = option }, isLasting);
}
