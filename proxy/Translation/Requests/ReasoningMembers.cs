using System.Buffers;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Requests;

/// <summary>The members of a translated request that speak of thinking, in every provider's form.</summary>
internal static class ReasoningMembers
{
    public static bool Any(ReadOnlySpan<byte> body)
    {
        var cursor = new JsonCursor(body);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (IsOne(name))
                return true;
            cursor.Skip();
        }

        return false;
    }

    /// <summary>Copies a request without them.</summary>
    public static void Remove(ReadOnlySpan<byte> body, IBufferWriter<byte> output)
    {
        var edits = new ByteEdits();
        var members = new ElementCuts(edits);
        var cursor = new JsonCursor(body);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            // The translators write no space around names.
            var start = cursor.Position - "\"\":"u8.Length - name.Length;
            var isOne = IsOne(name);
            cursor.Skip();
            if (isOne)
                members.Cut(start, cursor.Position);
            else
                members.Keep(start, cursor.Position);
        }

        members.End();
        edits.Apply(body, output);
    }

    /// <summary><c>include</c> asks for encrypted reasoning; the sources of a web search, which it may ask for too, go with them.</summary>
    private static bool IsOne(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("reasoning_effort"u8)
            || name.SequenceEqual("reasoning"u8) || name.SequenceEqual("thinking"u8) || name.SequenceEqual("include"u8);
}
