using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.OpenAI;

namespace ClaudeCodeProxy.Translation.Answers;

/// <summary>Writes the thoughts and texts of an answer that came whole.</summary>
internal static class AnswerContentWriter
{
    public static void WriteThoughts(ref JsonWriter json, in ChatAnswer answer)
    {
        WriteThinking(ref json, answer.Reasoning);
        if (answer.Reasoning.IsPresent || !answer.ReasoningDetails.IsPresent) return;
        foreach (var text in new ReasoningDetails(json.Source, answer.ReasoningDetails)) WriteThinking(ref json, text);
    }

    public static void WriteText(ref JsonWriter json, JsonText text)
    {
        if (text.IsEmpty) return;
        json.Comma();
        json.Raw("{\"type\":\"text\",\"text\":"u8);
        json.Text(text);
        json.Raw("}"u8);
    }

    private static void WriteThinking(ref JsonWriter json, JsonText text)
    {
        if (text.IsEmpty) return;
        json.Comma();
        json.Raw("{\"type\":\"thinking\",\"thinking\":"u8);
        json.Text(text);
        json.Raw(",\"signature\":\"\"}"u8);
    }
}
