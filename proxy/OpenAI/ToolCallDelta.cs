using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>A tool call or, in a stream, the next piece of one.</summary>
internal record struct ToolCallDelta : IJsonElement<ToolCallDelta>
{
    /// <summary>Which call a piece belongs to; some servers leave it out.</summary>
    public int? Index { get; set; }

    /// <summary>The same by the Responses API's id of the output item, which is not the call's.</summary>
    public JsonText ItemId { get; set; }

    public JsonText Id { get; set; }

    public JsonText Name { get; set; }

    /// <summary>Google's signature on the thinking that led to the call, which must come back with it.</summary>
    public JsonText ThoughtSignature { get; set; }

    /// <summary>JSON as text, or a part of it.</summary>
    public JsonText Arguments { get; set; }

    /// <summary>The arguments where a server gives them as an object, not as text.</summary>
    public JsonValue ArgumentsObject { get; set; }

    /// <summary>The arguments are all there are, and repeat what came in pieces.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Reads the older <c>function_call</c>, which has no id and no index.</summary>
    public static ToolCallDelta ReadFunctionCall(ReadOnlySpan<byte> source, JsonValue call)
    {
        var cursor = new JsonCursor(source, call.Start);
        var toolCall = new ToolCallDelta { Index = 0 };
        ReadFunction(ref cursor, ref toolCall);
        return toolCall;
    }

    public static ToolCallDelta Read(ref JsonCursor cursor)
    {
        var call = default(ToolCallDelta);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (cursor.SkipNull())
                continue;
            if (name.SequenceEqual("index"u8))
                call.Index = cursor.ReadInt();
            else if (name.SequenceEqual("id"u8) && cursor.Peek() == JsonKind.Text)
                call.Id = cursor.ReadText();
            else if (name.SequenceEqual("function"u8))
                ReadFunction(ref cursor, ref call);
            else if (name.SequenceEqual("extra_content"u8) && cursor.Peek() == JsonKind.Object)
                ReadExtraContent(ref cursor, ref call);
            else
                cursor.Skip();
        }

        return call;
    }

    /// <summary><c>{"google":{"thought_signature":"…"}}</c></summary>
    private static void ReadExtraContent(ref JsonCursor cursor, ref ToolCallDelta call)
    {
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("google"u8) && cursor.Peek() == JsonKind.Object)
                ReadExtraContent(ref cursor, ref call);
            else if (name.SequenceEqual("thought_signature"u8) && cursor.Peek() == JsonKind.Text)
                call.ThoughtSignature = cursor.ReadText();
            else
                cursor.Skip();
        }
    }

    private static void ReadFunction(ref JsonCursor cursor, ref ToolCallDelta call)
    {
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (cursor.SkipNull())
                continue;
            if (name.SequenceEqual("name"u8))
                call.Name = cursor.ReadText();
            else if (name.SequenceEqual("arguments"u8) && cursor.Peek() == JsonKind.Object)
                call.ArgumentsObject = cursor.ReadValue();
            else if (name.SequenceEqual("arguments"u8))
                call.Arguments = cursor.ReadText();
            else
                cursor.Skip();
        }
    }
}
