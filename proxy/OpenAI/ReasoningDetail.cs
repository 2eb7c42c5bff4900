using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>One of OpenRouter's <c>reasoning_details</c>; the text of an encrypted one is empty.</summary>
internal readonly record struct ReasoningDetail(JsonText Text) : IJsonElement<ReasoningDetail>
{
    public static ReasoningDetail Read(ref JsonCursor cursor)
    {
        var text = default(JsonText);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (cursor.SkipNull())
                continue;
            if (name.SequenceEqual("text"u8) || name.SequenceEqual("summary"u8))
                text = cursor.ReadText();
            else
                cursor.Skip();
        }

        return new ReasoningDetail(text);
    }
}
