using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Providers;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>The tools that the upstream can offer to its model: the client's own, each once, and the search of a provider that has one.</summary>
internal static class OfferedTools
{
    public static List<Tool> Select(MessagesRequest request, Dialect dialect, Degradation lost)
    {
        var source = request.Body.Span;
        var names = new HashSet<string>(StringComparer.Ordinal);
        var tools = new List<Tool>(request.Tools.Length);
        foreach (var tool in request.Tools)
        {
            // A second tool of the same name is refused by every provider.
            var isNew = names.Add(tool.Name.ToString(source));
            if (isNew && (tool.IsFunction || (dialect.SearchesWeb && tool.Type.StartsWith(source, "web_search_"u8))))
                tools.Add(tool);
            else
                lost.Lose("tool:" + tool.Name.ToString(source));
        }

        return tools;
    }
}
