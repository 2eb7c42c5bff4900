using ClaudeCodeProxy.Anthropic.Requests;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Tools;

/// <summary>Gives tools back the names that the client knows them by, where <see cref="ToolName"/> had to shorten one.</summary>
internal sealed class ToolNames
{
    private static readonly ToolNames AllKept = new();

    /// <summary>From the upstream's name to the client's, still escaped.</summary>
    private readonly Dictionary<string, byte[]> _shortened = [];

    private ToolNames()
    {
    }

    public static ToolNames Create(MessagesRequest request)
    {
        var source = request.Body.Span;
        var names = AllKept;
        foreach (var tool in request.Tools)
        {
            var name = tool.Name.In(source);
            if (!tool.IsFunction || ToolName.IsKept(name))
                continue;
            if (names == AllKept)
                names = new ToolNames();
            names._shortened[ToolName.Shorten(tool.Name.ToString(source))] = name.ToArray();
        }

        return names;
    }

    /// <summary>From the upstream's name, escaped, to the client's, escaped; byte for byte the same where it was not shortened.</summary>
    public byte[] ForClient(ReadOnlySpan<byte> name) =>
        _shortened.Count > 0 && _shortened.TryGetValue(JsonEscapes.Unescape(name), out var original) ? original : name.ToArray();
}
