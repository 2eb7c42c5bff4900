using System.Text;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>
/// Reads the shapes of error bodies in use: OpenAI's <c>{"error":{"message","type","param","code"}}</c>, <c>{"error":"…"}</c>,
/// <c>{"message":"…"}</c>, FastAPI's <c>{"detail":[{"loc":[…],"msg"}]}</c>, Google's
/// <c>[{"error":{"status","details":[{"fieldViolations":[…]}]}}]</c>, MiniMax's <c>{"base_resp":{"status_code","status_msg"}}</c>, OpenRouter's
/// <c>{"error":{"metadata":{"raw":"…"}}}</c>, plain text, and any of them as JSON inside a text of another.
/// </summary>
internal sealed class ProblemReader
{
    /// <summary>JSON texts inside JSON texts: a gateway behind a gateway behind a gateway.</summary>
    private const int MaxTexts = 4;

    private readonly ProblemMembers _members = new();
    private int _texts;

    public UpstreamProblem Read(string body) => _members.ToProblem(body.Trim() == "null" ? "" : TakeText(body));

    /// <summary>What a text says, or the JSON that it ends with says. Pages of HTML say nothing to a program.</summary>
    private string TakeText(string text)
    {
        var words = text.Trim();
        if (IsMarkup(words))
            return "";
        var start = words.IndexOf('{', StringComparison.Ordinal);
        if (start < 0 || _texts == MaxTexts || (start > 0 && words.TrimEnd('\'', '"')[^1] is not ('}' or ']')))
            return words;
        var before = words.AsSpan(0, start).TrimEnd();
        // That is quoted, and none of its members says what is wrong with it.
        if (before.EndsWith("schema:"))
            return words;
        if (before.EndsWith("["))
            start = before.Length - 1;
        _texts++;
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(words[start..]));
        var inside = Take(ref cursor);
        _texts--;
        return inside.Length > 0 || start == 0 ? inside : words;
    }

    private static bool IsMarkup(string words) => words is ['<', var next, ..] && (char.IsAsciiLetter(next) || next is '!' or '?');

    private string Take(ref JsonCursor cursor)
    {
        switch (cursor.Peek())
        {
            case JsonKind.Object:
                var words = new ProblemSentence();
                TakeObject(ref cursor, words);
                return words.ToString();
            case JsonKind.Array: return TakeArray(ref cursor);
            case JsonKind.Text: return TakeText(ProblemMembers.ReadScalar(ref cursor));
            default: cursor.Skip(); return "";
        }
    }

    /// <summary>Of half a response, and of what is no JSON, that counts which could be read.</summary>
    private void TakeObject(ref JsonCursor cursor, ProblemSentence words)
    {
        try
        {
            cursor.BeginObject();
            while (cursor.NextMember(out var name))
                TakeMember(ref cursor, Encoding.UTF8.GetString(name).ToLowerInvariant(), words);
        }
        catch (JsonFormatException)
        {
        }
    }

    private string TakeArray(ref JsonCursor cursor)
    {
        var all = "";
        try
        {
            cursor.BeginArray();
            while (cursor.NextElement())
                all = ProblemSentence.Join(all, Take(ref cursor), "; ");
        }
        catch (JsonFormatException)
        {
        }

        return all;
    }

    private void TakeMember(ref JsonCursor cursor, string name, ProblemSentence words)
    {
        var kind = cursor.Peek();
        switch (name)
        {
            case "metadata" or "base_resp" when kind == JsonKind.Object: TakeObject(ref cursor, words); break;
            case "raw": words.Add(Take(ref cursor), ProblemSentence.Provider); break;
            case "error" when kind == JsonKind.Text: words.Add(Take(ref cursor), ProblemSentence.Name); break;
            case "error" or "errors": words.Add(Take(ref cursor), ProblemSentence.ErrorObject); break;
            case "message" or "msg" or "detail" or "status_msg" or "description": words.Add(Take(ref cursor), ProblemSentence.Message); break;
            case "details" or "innererror" or "fieldviolations" or "reasons" or "flagged_input": words.AddFurther(Take(ref cursor)); break;
            case "loc": words.Place = _members.AddPlace(ref cursor); break;
            default: _members.Add(name, ref cursor); break;
        }
    }
}
