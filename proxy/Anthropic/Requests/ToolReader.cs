using System.Collections.Immutable;
using ClaudeCodeProxy.Anthropic.ClientTools;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>Reads a request's tools and how they may be chosen.</summary>
internal static class ToolReader
{
    public static ImmutableArray<Tool> ReadAll(ref JsonCursor cursor, ReadOnlySpan<byte> source)
    {
        var tools = ImmutableArray.CreateBuilder<Tool>();
        cursor.BeginArray();
        while (cursor.NextElement())
            tools.Add(Read(ref cursor, source));
        return tools.DrainToImmutable();
    }

    public static ToolChoice ReadChoice(ref JsonCursor cursor, ReadOnlySpan<byte> source)
    {
        JsonText type = default, tool = default;
        var oneAtATime = false;
        cursor.BeginObject();
        var start = cursor.Position;
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("type"u8))
                type = cursor.ReadText();
            else if (name.SequenceEqual("name"u8))
                tool = cursor.ReadTextOrNull();
            else if (name.SequenceEqual("disable_parallel_tool_use"u8) && !cursor.SkipNull())
                oneAtATime = cursor.ReadBool();
            else
                cursor.Skip();
        }

        if (type.Is(source, "auto"u8))
            return new ToolChoice(ToolChoiceKind.Auto, default, oneAtATime);
        if (type.Is(source, "any"u8))
            return new ToolChoice(ToolChoiceKind.Any, default, oneAtATime);
        if (type.Is(source, "none"u8))
            return new ToolChoice(ToolChoiceKind.None, default, false);
        if (type.Is(source, "tool"u8) && !tool.IsEmpty)
            return new ToolChoice(ToolChoiceKind.Tool, tool, oneAtATime);
        throw new JsonFormatException(start, "type must be auto, any, none, or tool with a name");
    }

    public static Tool Read(ref JsonCursor cursor, ReadOnlySpan<byte> source)
    {
        JsonText type = default, tool = default, description = default;
        JsonValue schema = default, domains = default, blocked = default, location = default, uses = default, width = default, height = default;
        var (isDeferred, hasZoom) = (false, false);
        cursor.BeginObject();
        var start = cursor.Position;
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("type"u8))
                type = cursor.ReadTextOrNull();
            else if (name.SequenceEqual("name"u8))
                tool = cursor.ReadText();
            else if (name.SequenceEqual("description"u8))
                description = cursor.ReadTextOrNull();
            else if (name.SequenceEqual("input_schema"u8))
                schema = ReadSchema(ref cursor);
            else if (name.SequenceEqual("defer_loading"u8) && !cursor.SkipNull())
                isDeferred = cursor.ReadBool();
            else if (name.SequenceEqual("allowed_domains"u8) && cursor.Peek() == JsonKind.Array)
                domains = cursor.ReadValue();
            else if (name.SequenceEqual("blocked_domains"u8) && cursor.Peek() == JsonKind.Array)
                blocked = cursor.ReadValue();
            else if (name.SequenceEqual("user_location"u8) && cursor.Peek() == JsonKind.Object)
                location = cursor.ReadValue();
            else if (name.SequenceEqual("max_uses"u8) && cursor.Peek() == JsonKind.Number)
                uses = cursor.ReadNumber();
            else if (name.SequenceEqual("enable_zoom"u8) && !cursor.SkipNull())
                hasZoom = cursor.ReadBool();
            else if (name.SequenceEqual("display_width_px"u8) && cursor.Peek() == JsonKind.Number)
                width = cursor.ReadNumber();
            else if (name.SequenceEqual("display_height_px"u8) && cursor.Peek() == JsonKind.Number)
                height = cursor.ReadNumber();
            else
                cursor.Skip();
        }

        var isCustom = type.IsEmpty || type.Is(source, "custom"u8);
        if (isCustom && tool.IsEmpty)
            throw new JsonFormatException(start, "name is required");
        if (isCustom && !schema.IsPresent)
            throw new JsonFormatException(start, "input_schema is required");
        return new Tool(type, tool, description, schema)
        {
            IsDeferred = isDeferred,
            Settings = isCustom ? ToolSettings.None : new ToolSettings
            {
                AllowedDomains = domains,
                BlockedDomains = blocked,
                UserLocation = location,
                MaxUses = uses,
                DisplayWidth = width,
                DisplayHeight = height,
            },
            Definition = isCustom || schema.IsPresent || tool.IsEmpty ? null : ClientTool.Find(type.ToString(source), hasZoom),
        };
    }

    private static JsonValue ReadSchema(ref JsonCursor cursor)
    {
        if (cursor.Peek() != JsonKind.Object)
            throw cursor.Fail("expected an object");
        return cursor.ReadValue();
    }
}
