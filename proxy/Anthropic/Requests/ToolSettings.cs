using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>What a request says of a tool that Anthropic defines.</summary>
internal sealed class ToolSettings
{
    /// <summary>Of a tool of the client's own.</summary>
    public static readonly ToolSettings None = new();

    /// <summary>Of a web search: the sites to keep to, an array.</summary>
    public JsonValue AllowedDomains { get; init; }

    /// <summary>Of a web search: the sites to leave out, an array.</summary>
    public JsonValue BlockedDomains { get; init; }

    /// <summary>Of a web search: where the user is, an object.</summary>
    public JsonValue UserLocation { get; init; }

    /// <summary>Of a web search: how often it may be made for one response; absent for any number.</summary>
    public JsonValue MaxUses { get; init; }

    /// <summary>Of a computer: the width of its screen in pixels.</summary>
    public JsonValue DisplayWidth { get; init; }

    /// <summary>Of a computer: the height of its screen in pixels.</summary>
    public JsonValue DisplayHeight { get; init; }

    /// <summary>The same in a source in which it stands so many bytes later.</summary>
    public ToolSettings MovedBy(int offset) => this == None ? None : new()
    {
        AllowedDomains = AllowedDomains.MovedBy(offset),
        BlockedDomains = BlockedDomains.MovedBy(offset),
        UserLocation = UserLocation.MovedBy(offset),
        MaxUses = MaxUses.MovedBy(offset),
        DisplayWidth = DisplayWidth.MovedBy(offset),
        DisplayHeight = DisplayHeight.MovedBy(offset),
    };
}
