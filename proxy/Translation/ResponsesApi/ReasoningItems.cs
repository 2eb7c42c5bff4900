using System.Buffers;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.ResponsesApi;

/// <summary>The reasoning of earlier turns in a request for a response; a model can do without it.</summary>
internal static class ReasoningItems
{
    public static bool Any(ReadOnlySpan<byte> body) => Cut(body, new ByteEdits());

    /// <summary>Copies a request without them.</summary>
    public static void Remove(ReadOnlySpan<byte> body, IBufferWriter<byte> output)
    {
        var edits = new ByteEdits();
        Cut(body, edits);
        edits.Apply(body, output);
    }

    /// <summary>Returns whether there was any.</summary>
    private static bool Cut(ReadOnlySpan<byte> body, ByteEdits edits)
    {
        var any = false;
        var items = new ElementCuts(edits);
        var cursor = new JsonCursor(body);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (!name.SequenceEqual("input"u8))
            {
                cursor.Skip();
                continue;
            }

            cursor.BeginArray();
            while (cursor.NextElement())
                any |= Take(ref cursor, body, ref items);
        }

        items.End();
        return any;
    }

    private static bool Take(ref JsonCursor cursor, ReadOnlySpan<byte> body, ref ElementCuts items)
    {
        var item = cursor.ReadValue();
        // The translator writes the type first, and no space.
        var isThought = item.In(body).StartsWith("{\"type\":\"reasoning\","u8);
        if (isThought)
            items.Cut(item.Start, item.Start + item.Length);
        else
            items.Keep(item.Start, item.Start + item.Length);
        return isThought;
    }
}
