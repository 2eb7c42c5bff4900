using System.Collections.Immutable;
using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Conversations;

/// <summary>
/// The tools on offer while a conversation goes on. One that was removed comes back only by being added, not by being found or called.
/// </summary>
internal sealed class ToolSet
{
    private readonly MessagesRequest _request;
    private readonly List<Tool> _offered;
    private readonly List<JsonText> _removed = [];

    public ToolSet(MessagesRequest request)
    {
        _request = request;
        var isSearched = request.Tools.Any(tool => tool.Type.StartsWith(request.Body.Span, "tool_search_tool_"u8));
        _offered = [.. request.Tools.Where(tool => !tool.IsDeferred || isSearched)];
    }

    /// <summary>With the tool that must be called, even where nothing referred to it.</summary>
    public ImmutableArray<Tool> ToArray()
    {
        if (_request.ToolChoice is { Kind: ToolChoiceKind.Tool } choice)
            Load(choice.Name);
        return [.. _offered];
    }

    public void Take(ContentBlock block)
    {
        switch (block)
        {
            case ToolChangeBlock change: Take(change); break;
            case ToolReferenceBlock reference: Load(reference.ToolName); break;
            // What was called had been loaded, even where a compaction took the reference away.
            case ToolUseBlock call: Load(call.Name); break;
            case ToolResultBlock result:
                foreach (var inner in result.Content)
                    Take(inner);
                break;
        }
    }

    private void Take(ToolChangeBlock change)
    {
        var name = change.Definition?.Name ?? change.Name;
        _removed.RemoveAll(removed => Same(removed, name));
        if (change.IsRemoval || change.Definition is not null)
            _offered.RemoveAll(tool => Same(tool.Name, name));
        if (change.IsRemoval)
            _removed.Add(name);
        else if (change.Definition is { } tool)
            _offered.Add(tool);
        else
            Load(name);
    }

    private void Load(JsonText name)
    {
        if (_offered.Exists(tool => Same(tool.Name, name)) || _removed.Exists(removed => Same(removed, name)))
            return;
        if (_request.Tools.FirstOrDefault(tool => Same(tool.Name, name)) is { } declared)
            _offered.Add(declared);
    }

    private bool Same(JsonText one, JsonText other) => one.SameAs(other, _request.Body.Span);
}
