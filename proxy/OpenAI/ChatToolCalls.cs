using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>Reads the entries of <c>tool_calls</c> one by one, with <c>foreach</c>.</summary>
internal ref struct ChatToolCalls
{
    private JsonCursor _cursor;

    /// <param name="source">The text that was read as a response before.</param>
    public ChatToolCalls(ReadOnlySpan<byte> source, JsonValue calls)
    {
        _cursor = new JsonCursor(source, calls.Start);
        _cursor.BeginArray();
    }

    public ToolCallDelta Current { get; private set; }

    public readonly ChatToolCalls GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!_cursor.NextElement())
            return false;
        Current = Read(ref _cursor);
        return true;
    }

    /// <summary>Reads the older <c>function_call</c>, which has no id and no index.</summary>
    public static ToolCallDelta ReadFunctionCall(ReadOnlySpan<byte> source, JsonValue call)
    {
        var cursor = new JsonCursor(source, call.Start);
        var toolCall = new ToolCallDelta { Index = 0 };
        ReadFunction(ref cursor, ref toolCall);
        return toolCall;
    }

    private static ToolCallDelta Read(ref JsonCursor cursor)
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
