using System.Buffers.Text;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.OpenAI;

/// <summary>
/// Reads the token counts of a response, in the spellings of OpenAI's two APIs, DeepSeek, Moonshot and OpenRouter. Gateways fill in several, some of
/// them with 0.
/// </summary>
internal static class UsageReader
{
    public static UpstreamUsage Read(ref JsonCursor cursor)
    {
        int prompt = 0, completion = 0, cached = 0, cacheWrite = 0, reasoning = 0;
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("prompt_tokens"u8) || name.SequenceEqual("input_tokens"u8))
                prompt = Math.Max(prompt, ReadCount(ref cursor));
            else if (name.SequenceEqual("completion_tokens"u8) || name.SequenceEqual("output_tokens"u8))
                completion = Math.Max(completion, ReadCount(ref cursor));
            else if (IsCached(name))
                cached = Math.Max(cached, ReadCount(ref cursor));
            else if (name.SequenceEqual("cache_creation_input_tokens"u8))
                cacheWrite = Math.Max(cacheWrite, ReadCount(ref cursor));
            else if (cursor.Peek() != JsonKind.Object)
                cursor.Skip();
            else if (IsPromptDetails(name))
                ReadPromptDetails(ref cursor, ref cached, ref cacheWrite);
            else if (IsCompletionDetails(name))
                reasoning = Math.Max(reasoning, ReadReasoning(ref cursor));
            else
                cursor.Skip();
        }

        return new UpstreamUsage(prompt, completion, cached, cacheWrite, reasoning);
    }

    private static bool IsPromptDetails(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("prompt_tokens_details"u8) || name.SequenceEqual("input_tokens_details"u8);

    private static bool IsCompletionDetails(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("completion_tokens_details"u8) || name.SequenceEqual("output_tokens_details"u8);

    /// <summary>DeepSeek's and Moonshot's names for it.</summary>
    private static bool IsCached(ReadOnlySpan<byte> name) => name.SequenceEqual("prompt_cache_hit_tokens"u8) || name.SequenceEqual("cached_tokens"u8);

    private static void ReadPromptDetails(ref JsonCursor cursor, ref int cached, ref int cacheWrite)
    {
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("cached_tokens"u8))
                cached = Math.Max(cached, ReadCount(ref cursor));
            else if (name.SequenceEqual("cache_write_tokens"u8))
                cacheWrite = Math.Max(cacheWrite, ReadCount(ref cursor));
            else
                cursor.Skip();
        }
    }

    private static int ReadReasoning(ref JsonCursor cursor)
    {
        var reasoning = 0;
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("reasoning_tokens"u8))
                reasoning = ReadCount(ref cursor);
            else
                cursor.Skip();
        }

        return reasoning;
    }

    /// <summary>Counts are for information: one that makes no sense is read as 0 rather than losing the response.</summary>
    private static int ReadCount(ref JsonCursor cursor)
    {
        var isNumber = cursor.Peek() == JsonKind.Number;
        var number = cursor.Take();
        return isNumber && Utf8Parser.TryParse(number, out double count, out _) ? (int)Math.Clamp(count, 0, int.MaxValue) : 0;
    }
}
