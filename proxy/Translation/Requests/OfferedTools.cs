using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>
/// The tools that the upstream can offer to its model (the client's own, each once, and the search of a provider that has one), no more than it
/// takes, and the client's choice among them in a form that it takes, never one of our own.
/// </summary>
internal sealed class OfferedTools
{
    private OfferedTools(List<Tool> tools, ToolChoiceKind? choice, Tool? chosen) => (Tools, Choice, Chosen) = (tools, choice, chosen);

    public List<Tool> Tools { get; }

    /// <summary>Null when nothing is to be said of it.</summary>
    public ToolChoiceKind? Choice { get; }

    /// <summary>The tool that must be called, for <see cref="ToolChoiceKind.Tool"/>.</summary>
    public Tool? Chosen { get; }

    public static OfferedTools Select(MessagesRequest request, Route route, Degradation lost)
    {
        var tools = FindKnown(request, route.Dialect, lost);
        var chosen = request.ToolChoice is { Kind: ToolChoiceKind.Tool } choice ? FindNamed(tools, choice.Name, request) : null;
        Limit(tools, route.MaxTools, chosen, lost);
        var kind = request.ToolChoice?.Kind;
        // A tool that is not on offer cannot be called.
        if (kind == ToolChoiceKind.Tool && chosen is null)
            kind = null;
        if (kind is ToolChoiceKind.Any or ToolChoiceKind.Tool && route.Refuses(RequestOption.ForcedToolChoice | RequestOption.ToolChoice))
        {
            lost.Lose("tool_choice");
            kind = ToolChoiceKind.Auto;
        }

        if (kind == ToolChoiceKind.Tool && route.Refuses(RequestOption.NamedToolChoice))
            return new OfferedTools([chosen!], ToolChoiceKind.Any, null);
        if (kind == ToolChoiceKind.None && route.Refuses(RequestOption.ToolChoice))
            lost.Lose("tool_choice");
        return new OfferedTools(tools, route.Refuses(RequestOption.ToolChoice) ? null : kind, chosen);
    }

    private static List<Tool> FindKnown(MessagesRequest request, Dialect dialect, Degradation lost)
    {
        var source = request.Body.Span;
        var names = new HashSet<JsonText>(request.Tools.Length, new JsonTextComparer(request.Body));
        var tools = new List<Tool>(request.Tools.Length);
        foreach (var tool in request.Tools)
        {
            var name = tool.Name.IsEmpty ? tool.Type : tool.Name;
            // A second tool of the same name is refused by every provider.
            var isNew = names.Add(name);
            if (isNew && (tool.IsFunction || (dialect.SearchesWeb && tool.Type.StartsWith(source, "web_search_"u8))))
                tools.Add(tool);
            else
                lost.Lose("tool:" + name.ToString(source));
        }

        return tools;
    }

    private static Tool? FindNamed(List<Tool> tools, JsonText name, MessagesRequest request)
    {
        foreach (var tool in tools)
        {
            if (tool.Name.SameAs(name, request.Body.Span))
                return tool;
        }

        return null;
    }

    /// <summary>The first ones stay, so that the upstream's prompt cache does, and the one that must be called.</summary>
    private static void Limit(List<Tool> tools, int most, Tool? chosen, Degradation lost)
    {
        if (tools.Count <= most)
            return;
        lost.Lose("tools", tools.Count - most);
        if (chosen is not null && tools.IndexOf(chosen) >= most)
            tools[most - 1] = chosen;
        tools.RemoveRange(most, tools.Count - most);
    }
}
