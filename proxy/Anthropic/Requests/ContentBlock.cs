using System.Collections.Immutable;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>One block of a message's content: one of the records below.</summary>
internal abstract record ContentBlock;

/// <summary>Text by anyone; empty also when it is nothing but white space, which Anthropic and others refuse.</summary>
internal sealed record TextBlock(JsonText Text) : ContentBlock
{
    public static TextBlock Create(JsonText text, ReadOnlySpan<byte> source) =>
        new(WhiteSpace.IsBlank(text.In(source)) ? new JsonText(text.Start, 0) : text);
}

/// <summary>A picture, in a user message or a tool's result.</summary>
internal sealed record ImageBlock(MediaSource Source) : ContentBlock;

/// <summary>A PDF or a text file, in a user message or a tool's result.</summary>
/// <param name="Context">What the client says about it.</param>
internal sealed record DocumentBlock(JsonText Title, JsonText Context, MediaSource Source) : ContentBlock
{
    /// <summary>The response should cite it.</summary>
    public bool WantsCitations { get; init; }
}

/// <summary>A tool call by the assistant.</summary>
/// <param name="Input">An object; absent means <c>{}</c>.</param>
internal sealed record ToolUseBlock(JsonText Id, JsonText Name, JsonValue Input) : ContentBlock;

/// <summary>The client's response to a tool call.</summary>
internal sealed record ToolResultBlock(JsonText ToolUseId, ImmutableArray<ContentBlock> Content, bool IsError) : ContentBlock;

/// <summary>A search hit that the client gives as context.</summary>
internal sealed record SearchResultBlock(JsonText Title, JsonText Source, ImmutableArray<ContentBlock> Content) : ContentBlock
{
    /// <summary>The response should cite it.</summary>
    public bool WantsCitations { get; init; }
}

/// <summary>The name of a tool that the client's tool search found, in a tool's result.</summary>
internal sealed record ToolReferenceBlock(JsonText ToolName) : ContentBlock;

/// <summary>The assistant's thinking.</summary>
/// <param name="Signature">Its provider's signature, which no other provider can read.</param>
internal sealed record ThinkingBlock(JsonText Text, JsonText Signature) : ContentBlock;

/// <summary>A call of a tool that Anthropic, or an MCP server of its, carried out.</summary>
internal sealed record ServerToolUseBlock(JsonText Name, JsonValue Input) : ContentBlock;

/// <summary>What such a tool found or printed.</summary>
/// <param name="Content">Text, an object or an array, with readable members and encrypted ones.</param>
internal sealed record ServerToolResultBlock(JsonText Type, JsonValue Content) : ContentBlock;

/// <summary>What stands for everything that was said before it, since Anthropic's service compacted the conversation.</summary>
/// <param name="Summary">Absent when that failed.</param>
/// <param name="ToolChanges">What the part of the conversation that it stands for did to the tools.</param>
internal sealed record CompactionBlock(JsonText Summary, ImmutableArray<ContentBlock> ToolChanges) : ContentBlock;

/// <summary>From here on a tool is on offer or is not, in a system message (<c>tool_addition</c>, <c>tool_removal</c>).</summary>
/// <param name="Name">Of a tool that the request declares; absent when <paramref name="Definition"/> is there.</param>
/// <param name="Definition">A tool that is declared here.</param>
internal sealed record ToolChangeBlock(bool IsRemoval, JsonText Name, Tool? Definition) : ContentBlock;

/// <summary>Tells a client something and a model nothing, as where Anthropic's service went on with another model (<c>fallback</c>).</summary>
internal sealed record SilentBlock : ContentBlock;

/// <summary>A block that only Anthropic can read: redacted thinking, one of a newer API.</summary>
internal sealed record OpaqueBlock(JsonText Type) : ContentBlock;
