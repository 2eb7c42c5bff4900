using System.Collections.Immutable;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Requests;

/// <summary>Reads content: a string, or blocks.</summary>
internal static class ContentReader
{
    public static ImmutableArray<ContentBlock> Read(ref JsonCursor cursor, ReadOnlySpan<byte> source)
    {
        if (cursor.Peek() == JsonKind.Text)
            return [TextBlock.Create(cursor.ReadText(), source)];
        if (cursor.Peek() != JsonKind.Array)
            throw cursor.Fail("expected a string or an array of content blocks");
        var blocks = ImmutableArray.CreateBuilder<ContentBlock>();
        cursor.BeginArray();
        while (cursor.NextElement())
            blocks.Add(ReadBlock(ref cursor, source));
        return blocks.DrainToImmutable();
    }

    private static ContentBlock ReadBlock(ref JsonCursor cursor, ReadOnlySpan<byte> source)
    {
        cursor.BeginObject();
        var members = new BlockMembers(cursor.Position);
        while (cursor.NextMember(out var name))
            members.Read(ref cursor, name, source);
        return members.ToBlock(source);
    }
}
