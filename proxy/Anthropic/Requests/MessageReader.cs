using System.Collections.Immutable;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>Reads a request's messages.</summary>
internal static class MessageReader
{
    public static ImmutableArray<Message> ReadAll(ref JsonCursor cursor, ReadOnlySpan<byte> source)
    {
        var messages = ImmutableArray.CreateBuilder<Message>();
        cursor.BeginArray();
        while (cursor.NextElement())
            messages.Add(Read(ref cursor, source));
        return messages.DrainToImmutable();
    }

    private static Message Read(ref JsonCursor cursor, ReadOnlySpan<byte> source)
    {
        Role? role = null;
        ImmutableArray<ContentBlock> content = default;
        JsonText clearAt = default, effort = default;
        cursor.BeginObject();
        var start = cursor.Position;
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("role"u8))
                role = ReadRole(ref cursor, source);
            else if (name.SequenceEqual("content"u8))
                content = ContentReader.Read(ref cursor, source);
            else if (name.SequenceEqual("clear_at"u8))
                clearAt = cursor.ReadTextOrNull();
            else if (name.SequenceEqual("output_config"u8) && !cursor.SkipNull())
                effort = OptionReader.ReadOutputConfig(ref cursor).Effort;
            else
                cursor.Skip();
        }

        if (role is null)
            throw new JsonFormatException(start, "role is required");
        // A system message may have nothing but options.
        if (content.IsDefault && role == Role.System)
            content = [];
        if (content.IsDefault)
            throw new JsonFormatException(start, "content is required");
        return role == Role.System
            ? new Message(Role.System, content) { IsForOneTurn = clearAt.Is(source, "next_user_message"u8), Effort = effort }
            : new Message(role.Value, content);
    }

    private static Role ReadRole(ref JsonCursor cursor, ReadOnlySpan<byte> source)
    {
        var role = cursor.ReadText();
        if (role.Is(source, "user"u8))
            return Role.User;
        if (role.Is(source, "assistant"u8))
            return Role.Assistant;
        if (role.Is(source, "system"u8))
            return Role.System;
        throw new JsonFormatException(role.Start, "must be user, assistant or system");
    }
}
