using ClaudeCodeProxy.Anthropic.ClientTools;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>A tool on offer.</summary>
/// <param name="type">Absent or <c>custom</c> for a tool of the client; else one that Anthropic defines, without a schema.</param>
/// <param name="schema">JSON schema of the input; absent for tools that Anthropic defines.</param>
internal sealed class Tool(JsonText type, JsonText name, JsonText description, JsonValue schema)
{
    public JsonText Type => type;

    public JsonText Name => name;

    public JsonText Description => description;

    public JsonValue Schema => schema;

    /// <summary>The model does not see the tool before something refers to it (<c>defer_loading</c>).</summary>
    public bool IsDeferred { get; init; }

    public ToolSettings Settings { get; init; } = ToolSettings.None;

    /// <summary>What Anthropic defines of it, where the client carries it out; null for any other tool.</summary>
    public ClientTool? Definition { get; init; }

    /// <summary>The client carries it out, and what its input is made of is known, so that any provider can offer it.</summary>
    public bool IsFunction => Schema.IsPresent || Definition is not null;

    /// <summary>The same tool in a source in which it stands so many bytes later.</summary>
    public Tool MovedBy(int offset) => new(type.MovedBy(offset), name.MovedBy(offset), description.MovedBy(offset), schema.MovedBy(offset))
    {
        IsDeferred = IsDeferred,
        Settings = Settings.MovedBy(offset),
        Definition = Definition,
    };
}
