using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Providers.Models;
using ClaudeCodeProxy.Translation.Errors;

namespace ClaudeCodeProxy.Translation.Refusals;

/// <summary>A model refuses to be told how hard to think: not so hard, or not at all.</summary>
internal static class EffortRefusal
{
    private static readonly string[] Names = ["think value", "reasoning_effort", "reasoning.effort", "'reasoning'"];

    /// <summary>About the signature or place of thinking they would say something else, which clients act on.</summary>
    private static readonly string[] Abilities =
        ["not support thinking", "not support reasoning", "thinking is not supported", "reasoning is not supported"];

    public static IEnumerable<Refusal> Read(UpstreamProblem problem)
    {
        var isNamed = problem.Param is "reasoning_effort" or "reasoning.effort" or "reasoning" or "thinking" || problem.HasAny(Names);
        if (!problem.HasAny(Abilities) && !(isNamed && (problem.IsRefusal || problem.Has("invalid"))))
            yield break;
        if (Supported(problem.Message) is { Length: > 0 } levels)
            yield return new Refusal("an effort", new ModelTraits { Efforts = levels });
        yield return new Refusal("an effort", new ModelTraits { Refuses = RequestOption.Reasoning });
    }

    /// <summary>"Supported values are: 'low', 'medium', and 'high'."</summary>
    private static EffortLevel[] Supported(string message)
    {
        var start = message.IndexOf("upported values", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return [];
        var words = message[start..].Split(['\'', '"', '`', ',', ' ', '.', ':'], StringSplitOptions.RemoveEmptyEntries);
        return EffortLevels.FindAll(words);
    }
}
