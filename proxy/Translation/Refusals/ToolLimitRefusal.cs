using ClaudeCodeProxy.Providers.Models;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Translation.Errors;

namespace ClaudeCodeProxy.Translation.Refusals;

/// <summary>An upstream takes no more than some number of tools.</summary>
internal static class ToolLimitRefusal
{
    /// <summary>
    /// "Invalid 'tools': array too long. Expected an array with maximum length 128", "'tools' : maximum number of items is 128", "You may not include
    /// more than 128 tools", "Maximum tools limit reached. 520 tools have been provided but the maximum is 200."
    /// </summary>
    private static readonly string[] BeforeTheNumber =
        [
            "maximum length",
            "items is",
            "more than",
            "the maximum is",
            "maximum of",
            "at most",
            "tools is",
            "limited to",
            "limit of",
            "limit is",
            "up to"
        ];

    private static readonly string[] Excesses = ["too long", "too many", "maximum", "more than", "at most", "exceed", "limit", "up to"];

    public static IEnumerable<Refusal> Read(UpstreamProblem problem, Route route)
    {
        var isAboutTools = problem.Param.Length > 0 ? problem.Param is "tools" : problem.Has("tools");
        if (!isAboutTools || problem.Has("schema") || problem.Has("token") || !problem.HasAny(Excesses))
            yield break;
        foreach (var words in BeforeTheNumber)
        {
            if (NumberBeside.After(problem.Message, words) is > 0 and var limit && limit < route.MaxTools)
                yield return new Refusal($"more than {limit} tools", new ModelTraits { MaxTools = limit });
        }
    }
}
