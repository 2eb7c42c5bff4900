using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Translation.Content;

namespace ClaudeCodeProxy.Translation.Messages;

/// <summary>
/// Leaves thinking that Anthropic did not sign out of a conversation that began with another vendor's model: Anthropic refuses it with 400. A
/// message that had nothing else is left out with it, because an empty one is refused too.
/// </summary>
internal static class ForeignThinking
{
    /// <param name="cursor">Before the messages; after them when it returns.</param>
    public static void Cut(ref JsonCursor cursor, ReadOnlySpan<byte> body, ByteEdits edits)
    {
        if (cursor.Peek() != JsonKind.Array)
        {
            cursor.Skip();
            return;
        }

        var messages = new ElementCuts(edits);
        cursor.BeginArray();
        while (cursor.NextElement())
        {
            cursor.Peek();
            var start = cursor.Position;
            if (CutFromMessage(ref cursor, body, edits))
                messages.Keep(start, cursor.Position);
            else
                messages.Cut(start, cursor.Position);
        }

        messages.End();
    }

    /// <summary>False when nothing is left of it.</summary>
    private static bool CutFromMessage(ref JsonCursor cursor, ReadOnlySpan<byte> body, ByteEdits edits)
    {
        if (cursor.Peek() != JsonKind.Object)
        {
            cursor.Skip();
            return true;
        }

        var isLeft = true;
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("content"u8) && cursor.Peek() == JsonKind.Array)
                isLeft = CutFromContent(ref cursor, body, edits);
            else
                cursor.Skip();
        }

        return isLeft;
    }

    private static bool CutFromContent(ref JsonCursor cursor, ReadOnlySpan<byte> body, ByteEdits edits)
    {
        var blocks = new List<(int Start, int End, bool IsForeign)>();
        cursor.BeginArray();
        while (cursor.NextElement())
        {
            cursor.Peek();
            var start = cursor.Position;
            var isForeign = IsForeign(ref cursor, body);
            blocks.Add((start, cursor.Position, isForeign));
        }

        if (blocks.Count > 0 && blocks.All(static block => block.IsForeign))
            return false;
        var cuts = new ElementCuts(edits);
        foreach (var (start, end, isForeign) in blocks)
        {
            if (isForeign)
                cuts.Cut(start, end);
            else
                cuts.Keep(start, end);
        }

        return true;
    }

    private static bool IsForeign(ref JsonCursor cursor, ReadOnlySpan<byte> body)
    {
        if (cursor.Peek() != JsonKind.Object)
        {
            cursor.Skip();
            return false;
        }

        JsonText type = default, signature = default;
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (cursor.Peek() != JsonKind.Text)
                cursor.Skip();
            else if (name.SequenceEqual("type"u8))
                type = cursor.ReadText();
            else if (name.SequenceEqual("signature"u8) || name.SequenceEqual("data"u8))
                signature = cursor.ReadText();
            else
                cursor.Skip();
        }

        return (type.Is(body, "thinking"u8) || type.Is(body, "redacted_thinking"u8)) && ProxySignature.IsForeign(signature, body);
    }
}
