using System.Collections.Immutable;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>One block of a message's content: one of the classes below.</summary>
internal abstract class ContentBlock;

/// <summary>Text by anyone; empty also when it is nothing but white space, which Anthropic and others refuse.</summary>
internal sealed class TextBlock(JsonText text) : ContentBlock
{
    public JsonText Text => text;

    public static TextBlock Create(JsonText text, ReadOnlySpan<byte> source) =>
        new(WhiteSpace.IsBlank(text.In(source)) ? new JsonText(text.Start, 0) : text);
}

/// <summary>A picture, in a user message or a tool's result.</summary>
internal sealed class ImageBlock(MediaSource source) : ContentBlock
{
    public MediaSource Source => source;
}

/// <summary>A PDF or a text file, in a user message or a tool's result.</summary>
/// <param name="context">What the client says about it.</param>
internal sealed class DocumentBlock(JsonText title, JsonText context, MediaSource source) : ContentBlock
{
    public JsonText Title => title;

    public JsonText Context => context;

    public MediaSource Source => source;

    /// <summary>The response should cite it.</summary>
    public bool WantsCitations { get; init; }
}

/// <summary>A tool call by the assistant.</summary>
/// <param name="input">An object; absent means <c>{}</c>.</param>
internal sealed class ToolUseBlock(JsonText id, JsonText name, JsonValue input) : ContentBlock
{
    public JsonText Id => id;

    public JsonText Name => name;

    public JsonValue Input => input;
}

/// <summary>The client's response to a tool call.</summary>
internal sealed class ToolResultBlock(JsonText toolUseId, ImmutableArray<ContentBlock> content, bool isError) : ContentBlock
{
    public JsonText ToolUseId => toolUseId;

    public ImmutableArray<ContentBlock> Content => content;

    public bool IsError => isError;
}

/// <summary>A search hit that the client gives as context.</summary>
internal sealed class SearchResultBlock(JsonText title, JsonText source, ImmutableArray<ContentBlock> content) : ContentBlock
{
    public JsonText Title => title;

    public JsonText Source => source;

    public ImmutableArray<ContentBlock> Content => content;

    /// <summary>The response should cite it.</summary>
    public bool WantsCitations { get; init; }
}

/// <summary>The name of a tool that the client's tool search found, in a tool's result.</summary>
internal sealed class ToolReferenceBlock(JsonText toolName) : ContentBlock
{
    public JsonText ToolName => toolName;
}

/// <summary>The assistant's thinking.</summary>
/// <param name="signature">Its provider's signature, which no other provider can read.</param>
internal sealed class ThinkingBlock(JsonText text, JsonText signature) : ContentBlock
{
    public JsonText Text => text;

    public JsonText Signature => signature;
}

/// <summary>A call of a tool that Anthropic, or an MCP server of its, carried out.</summary>
internal sealed class ServerToolUseBlock(JsonText name, JsonValue input) : ContentBlock
{
    public JsonText Name => name;

    public JsonValue Input => input;
}

/// <summary>What such a tool found or printed.</summary>
/// <param name="content">Text, an object or an array, with readable members and encrypted ones.</param>
internal sealed class ServerToolResultBlock(JsonText type, JsonValue content) : ContentBlock
{
    public JsonText Type => type;

    public JsonValue Content => content;
}

/// <summary>What stands for everything that was said before it, since Anthropic's service compacted the conversation.</summary>
/// <param name="summary">Absent when that failed.</param>
/// <param name="toolChanges">What the part of the conversation that it stands for did to the tools.</param>
internal sealed class CompactionBlock(JsonText summary, ImmutableArray<ContentBlock> toolChanges) : ContentBlock
{
    public JsonText Summary => summary;

    public ImmutableArray<ContentBlock> ToolChanges => toolChanges;
}

/// <summary>From here on a tool is on offer or is not, in a system message (<c>tool_addition</c>, <c>tool_removal</c>).</summary>
/// <param name="name">Of a tool that the request declares; absent when <paramref name="definition"/> is there.</param>
/// <param name="definition">A tool that is declared here.</param>
internal sealed class ToolChangeBlock(bool isRemoval, JsonText name, Tool? definition) : ContentBlock
{
    public bool IsRemoval => isRemoval;

    public JsonText Name => name;

    public Tool? Definition => definition;
}

/// <summary>Tells a client something and a model nothing, as where Anthropic's service went on with another model (<c>fallback</c>).</summary>
internal sealed class SilentBlock : ContentBlock;

/// <summary>A block that only Anthropic can read: redacted thinking, one of a newer API.</summary>
internal sealed class OpaqueBlock(JsonText type) : ContentBlock
{
    public JsonText Type => type;
}
