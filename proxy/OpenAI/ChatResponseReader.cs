using System.Text.Unicode;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>Reads a chat completion or a chunk of one. Null stands for absent everywhere.</summary>
internal static class ChatResponseReader
{
    /// <summary>Throws <see cref="JsonFormatException"/> on anything that cannot be a response.</summary>
    public static ChatResponse Read(ReadOnlySpan<byte> source)
    {
        if (!Utf8.IsValid(source))
            throw new JsonFormatException(0, "not valid UTF-8");
        var response = default(ChatResponse);
        var cursor = new JsonCursor(source);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (cursor.SkipNull())
                continue;
            if (name.SequenceEqual("choices"u8))
                ReadChoices(ref cursor, ref response);
            else if (name.SequenceEqual("usage"u8))
                response.Usage = UsageReader.Read(ref cursor);
            else if (name.SequenceEqual("error"u8))
                response.Error = cursor.ReadValue();
            else
                cursor.Skip();
        }

        cursor.ExpectEnd();
        return response;
    }

    /// <summary>One choice was asked for; should more come, only the one with index 0 counts.</summary>
    private static void ReadChoices(ref JsonCursor cursor, ref ChatResponse response)
    {
        cursor.BeginArray();
        while (cursor.NextElement())
        {
            if (cursor.SkipNull())
                continue;
            var withChoice = response with { HasChoice = true };
            var index = ReadChoice(ref cursor, ref withChoice);
            if (index == 0 && !response.HasChoice)
                response = withChoice;
        }
    }

    /// <summary>Returns the choice's index.</summary>
    private static int ReadChoice(ref JsonCursor cursor, ref ChatResponse response)
    {
        var index = 0;
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (cursor.SkipNull())
                continue;
            if (name.SequenceEqual("index"u8))
                index = cursor.ReadInt();
            else if (name.SequenceEqual("delta"u8))
                ReadMessage(ref cursor, ref response);
            else if (name.SequenceEqual("message"u8))
                ReadWholeMessage(ref cursor, ref response);
            else if (name.SequenceEqual("finish_reason"u8))
                response.FinishReason = cursor.ReadText();
            else if (IsStopSequence(name) && cursor.Peek() == JsonKind.Text)
                response.StopSequence = cursor.ReadText();
            else if (name.SequenceEqual("usage"u8))
                response.Usage = UsageReader.Read(ref cursor);
            else
                cursor.Skip();
        }

        return index;
    }

    /// <summary>vLLM's and SGLang's names for it; both also put the number of a token there.</summary>
    private static bool IsStopSequence(ReadOnlySpan<byte> name) => name.SequenceEqual("stop_reason"u8) || name.SequenceEqual("matched_stop"u8);

    /// <summary>Some servers send both, the same in both or one of them empty.</summary>
    private static bool IsReasoning(ReadOnlySpan<byte> name) => name.SequenceEqual("reasoning_content"u8) || name.SequenceEqual("reasoning"u8);

    private static void ReadWholeMessage(ref JsonCursor cursor, ref ChatResponse response)
    {
        response.IsWhole = true;
        ReadMessage(ref cursor, ref response);
    }

    private static void ReadMessage(ref JsonCursor cursor, ref ChatResponse response)
    {
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (cursor.SkipNull())
                continue;
            if (name.SequenceEqual("content"u8) && cursor.Peek() == JsonKind.Array)
                response.ContentParts = cursor.ReadValue();
            else if (name.SequenceEqual("content"u8))
                response.Content = cursor.ReadText();
            else if (name.SequenceEqual("tool_calls"u8))
                response.ToolCalls = cursor.ReadValue();
            else if (IsReasoning(name) && response.Reasoning.IsEmpty && cursor.Peek() == JsonKind.Text)
                response.Reasoning = cursor.ReadText();
            else if (name.SequenceEqual("reasoning_details"u8) && cursor.Peek() == JsonKind.Array)
                response.ReasoningDetails = cursor.ReadValue();
            else if (name.SequenceEqual("refusal"u8))
                response.Refusal = cursor.ReadText();
            else if (name.SequenceEqual("function_call"u8))
                response.FunctionCall = cursor.ReadValue();
            else if (name.SequenceEqual("annotations"u8) && cursor.Peek() == JsonKind.Array)
                response.Annotations = cursor.ReadValue();
            else
                cursor.Skip();
        }
    }
}
