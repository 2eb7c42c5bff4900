using System.Collections.Immutable;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>
/// The members of a content block, collected first because the type may come last. One of another kind than the known blocks have (an API newer
/// than this proxy) counts as absent.
/// </summary>
internal struct BlockMembers(int start)
{
    private JsonText _type;
    private JsonText _text;
    private JsonText _thinking;
    private JsonText _signature;
    private JsonText _id;
    private JsonText _name;
    private JsonText _toolUseId;
    private JsonText _toolName;
    private JsonText _title;
    private JsonText _sourceText;
    private JsonText _context;
    private JsonValue _input;
    private MediaSource? _media;
    private ImmutableArray<ContentBlock> _content = [];
    private JsonValue _rawContent;
    private ImmutableArray<ContentBlock> _toolChanges = [];
    private ChangedTool _tool;
    private bool _isError;
    private bool _wantsCitations;

    public void Read(ref JsonCursor cursor, ReadOnlySpan<byte> name, ReadOnlySpan<byte> source)
    {
        switch (cursor.Peek())
        {
            case not (JsonKind.Object or JsonKind.Null) when name.SequenceEqual("input"u8): throw cursor.Fail("expected an object");
            case JsonKind.Text when name.SequenceEqual("content"u8): TakeContent(cursor.ReadText(), source); break;
            case JsonKind.Text: ReadText(name, cursor.ReadText()); break;
            case JsonKind.Object when name.SequenceEqual("input"u8): _input = cursor.ReadValue(); break;
            case JsonKind.Object when name.SequenceEqual("source"u8): _media = MediaSourceReader.Read(ref cursor, source); break;
            case JsonKind.Array when name.SequenceEqual("content"u8): ReadContent(ref cursor, source); break;
            case JsonKind.Object when name.SequenceEqual("content"u8): _rawContent = cursor.ReadValue(); break;
            case JsonKind.Array when name.SequenceEqual("tool_changes"u8): _toolChanges = ContentReader.Read(ref cursor, source); break;
            case JsonKind.Object when name.SequenceEqual("tool"u8): _tool = ChangedTool.Read(ref cursor, source); break;
            case JsonKind.Object when name.SequenceEqual("citations"u8): _wantsCitations = OptionReader.ReadEnabled(ref cursor); break;
            case JsonKind.True when name.SequenceEqual("is_error"u8): _isError = cursor.ReadBool(); break;
            default: cursor.Skip(); break;
        }
    }

    public readonly ContentBlock ToBlock(ReadOnlySpan<byte> source)
    {
        if (_type.IsEmpty)
            throw Required("type");
        if (_type.Is(source, "text"u8))
            return TextBlock.Create(Present(_text, "text"), source);
        if (_type.Is(source, "tool_use"u8))
            return new ToolUseBlock(NotEmpty(_id, "id"), NotEmpty(_name, "name"), _input);
        if (_type.Is(source, "tool_result"u8))
            return new ToolResultBlock(NotEmpty(_toolUseId, "tool_use_id"), _content, _isError);
        if (_type.Is(source, "image"u8))
            return new ImageBlock(Present(_media));
        if (_type.Is(source, "thinking"u8))
            return new ThinkingBlock(Present(_thinking, "thinking"), _signature);
        if (_type.Is(source, "document"u8))
            return new DocumentBlock(_title, _context, Present(_media)) { WantsCitations = _wantsCitations };
        if (_type.Is(source, "search_result"u8))
            return new SearchResultBlock(_title, _sourceText, _content) { WantsCitations = _wantsCitations };
        if (_type.Is(source, "tool_reference"u8))
            return new ToolReferenceBlock(NotEmpty(_toolName, "tool_name"));
        if (_type.Is(source, "server_tool_use"u8) || _type.Is(source, "mcp_tool_use"u8))
            return new ServerToolUseBlock(_name, _input);
        if (_type.Is(source, "tool_addition"u8) || _type.Is(source, "tool_removal"u8))
            return ToToolChange(isRemoval: _type.Is(source, "tool_removal"u8));
        if (_type.Is(source, "compaction"u8))
            return new CompactionBlock(_content is [TextBlock summary] ? summary.Text : default, _toolChanges);
        if (_type.Is(source, "fallback"u8))
            return new SilentBlock();
        return _type.In(source).EndsWith("_tool_result"u8) ? new ServerToolResultBlock(_type, _rawContent) : new OpaqueBlock(_type);
    }

    /// <summary>A tool of an MCP server that Anthropic would call is not this proxy's to offer.</summary>
    private readonly ContentBlock ToToolChange(bool isRemoval) =>
        _tool.Definition is null && _tool.Name.IsEmpty ? new OpaqueBlock(_type) : new ToolChangeBlock(isRemoval, _tool.Name, _tool.Definition);

    private void ReadContent(ref JsonCursor cursor, ReadOnlySpan<byte> source)
    {
        var start = cursor.Position;
        _content = ContentReader.Read(ref cursor, source);
        _rawContent = new JsonValue(start, cursor.Position - start);
    }

    private void ReadText(ReadOnlySpan<byte> name, JsonText text)
    {
        if (name.SequenceEqual("type"u8))
            _type = text;
        else if (name.SequenceEqual("text"u8))
            _text = text;
        else if (name.SequenceEqual("tool_use_id"u8))
            _toolUseId = text;
        else if (name.SequenceEqual("id"u8))
            _id = text;
        else if (name.SequenceEqual("name"u8))
            _name = text;
        else if (name.SequenceEqual("thinking"u8))
            _thinking = text;
        else if (name.SequenceEqual("signature"u8))
            _signature = text;
        else if (name.SequenceEqual("title"u8))
            _title = text;
        else if (name.SequenceEqual("source"u8))
            _sourceText = text;
        else if (name.SequenceEqual("tool_name"u8))
            _toolName = text;
        else if (name.SequenceEqual("context"u8))
            _context = text;
    }

    private void TakeContent(JsonText text, ReadOnlySpan<byte> source)
    {
        _content = [TextBlock.Create(text, source)];
        _rawContent = new JsonValue(text.Start - 1, text.Length + 2);
    }

    private readonly JsonText Present(JsonText text, string member) => text.IsPresent ? text : throw Required(member);

    private readonly JsonText NotEmpty(JsonText text, string member) => text.IsEmpty ? throw Required(member) : text;

    private readonly MediaSource Present(MediaSource? media) => media ?? throw new JsonFormatException(start, "source is required, as an object");

    private readonly JsonFormatException Required(string member) => new(start, $"{member} is required, as a string");
}
