using System.Text;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Safeguards.Facts;

namespace ClaudeCodeProxy.Translation.Checks;

/// <summary>
/// Reads what a model answered about calls, strictly: what is not exactly one verdict for each call counts as no answer at all.
/// </summary>
internal static class CheckAnswer
{
    /// <summary>Decides the calls, or says why that was not possible; then none is decided.</summary>
    /// <param name="message">A message of Anthropic's API.</param>
    public static CallOutcome? Apply(ReadOnlySpan<byte> message, List<CheckedCall> asked, ShownConversation conversation)
    {
        try
        {
            var text = new StringBuilder();
            if (ReadMessage(message, text) is { } failure)
                return failure;
            var verdicts = ReadVerdicts(Encoding.UTF8.GetBytes(Unwrap(text.ToString())), asked.Count);
            for (var index = 0; index < asked.Count; index++)
                asked[index].Outcome = Decide(asked[index], verdicts[index], conversation);
            return null;
        }
        catch (JsonFormatException)
        {
            return CallOutcome.Error;
        }
    }

    /// <summary>What a rule flagged only the user's own words clear, and those must be there.</summary>
    private static CallOutcome Decide(CheckedCall call, ModelVerdict verdict, ShownConversation conversation)
    {
        if (verdict.IsFlagged)
            return CallOutcome.Flagged(verdict.Reason);
        return call.Rules.Judgement != Judgement.Flagged || conversation.HoldsUserWords(verdict.UserWords)
            ? CallOutcome.NotFlagged
            : CallOutcome.Flagged(call.Rules.Explanation);
    }

    /// <returns>Why it is no answer; null where it may be one.</returns>
    private static CallOutcome? ReadMessage(ReadOnlySpan<byte> message, StringBuilder text)
    {
        var reason = "";
        var cursor = new JsonCursor(message);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (name.SequenceEqual("stop_reason"u8))
                reason = cursor.ReadTextOrNull() is { IsEmpty: false } said ? said.ToString(message) : "";
            else if (name.SequenceEqual("content"u8))
                ReadContent(ref cursor, message, text);
            else
                cursor.Skip();
        }

        return reason switch
        {
            "end_turn" or "stop_sequence" => null,
            "max_tokens" => CallOutcome.Truncated,
            "refusal" => CallOutcome.Refused,
            "model_context_window_exceeded" => CallOutcome.InputTooLong,
            _ => CallOutcome.Error,
        };
    }

    private static void ReadContent(ref JsonCursor cursor, ReadOnlySpan<byte> message, StringBuilder text)
    {
        cursor.BeginArray();
        while (cursor.NextElement())
        {
            JsonText type = default, words = default;
            cursor.BeginObject();
            while (cursor.NextMember(out var name))
            {
                if (name.SequenceEqual("type"u8))
                    type = cursor.ReadText();
                else if (name.SequenceEqual("text"u8))
                    words = cursor.ReadTextOrNull();
                else
                    cursor.Skip();
            }

            if (type.Is(message, "text"u8))
                text.Append(words.ToString(message));
        }
    }

    /// <summary>Without thoughts before the JSON and the fence around it that models like to add.</summary>
    private static string Unwrap(string text)
    {
        text = text.Trim();
        const string thought = "</think>";
        if (text.StartsWith("<think>", StringComparison.Ordinal) && text.Split(thought) is [_, var answer])
            text = answer.Trim();
        const string Fence = "```";
        var isFenced = text.StartsWith(Fence, StringComparison.Ordinal) && text.EndsWith(Fence, StringComparison.Ordinal);
        if (isFenced && text.Split(Fence) is [_, var inside, _])
            text = inside.StartsWith("json", StringComparison.Ordinal) ? inside["json".Length..] : inside;
        return text.Trim();
    }

    /// <summary><c>{"verdicts":[{"id":"1","user_words":"","reason":"…","outcome":"flagged"}]}</c></summary>
    private static ModelVerdict[] ReadVerdicts(ReadOnlySpan<byte> json, int count)
    {
        ModelVerdict[]? verdicts = null;
        var cursor = new JsonCursor(json);
        cursor.BeginObject();
        while (cursor.NextMember(out var name))
        {
            if (verdicts is not null || !name.SequenceEqual("verdicts"u8))
                throw cursor.Fail("expected verdicts alone");
            verdicts = new ModelVerdict[count];
            cursor.BeginArray();
            while (cursor.NextElement())
                ModelVerdict.Read(ref cursor, json, verdicts);
        }

        cursor.ExpectEnd();
        if (verdicts is null || Array.Exists(verdicts, static verdict => verdict is null))
            throw cursor.Fail("expected a verdict for each call");
        return verdicts;
    }
}
