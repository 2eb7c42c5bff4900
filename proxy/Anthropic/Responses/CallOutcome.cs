using System.Globalization;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Anthropic.Responses;

/// <summary>What became of the check of one tool call: a value of <c>tool_uses</c> in <c>safeguard_results</c>.</summary>
internal sealed class CallOutcome
{
    private const int MaxExplanation = 400;

    public static readonly CallOutcome NotFlagged = new("not_flagged", "");

    /// <summary>Nobody could say, in this and those below; a client then does not carry out the call.</summary>
    public static readonly CallOutcome Error = new("error", "");

    public static readonly CallOutcome Timeout = new("timeout", "");

    public static readonly CallOutcome InputTooLong = new("input_too_long", "");

    /// <summary>The model that was asked would not answer.</summary>
    public static readonly CallOutcome Refused = new("refused", "");

    /// <summary>Its answer was cut.</summary>
    public static readonly CallOutcome Truncated = new("truncated", "");

    private CallOutcome(string name, string explanation) => (Name, Explanation) = (name, explanation);

    /// <summary><c>not_flagged</c>, <c>flagged</c>, or why there is no verdict.</summary>
    public string Name { get; }

    /// <summary>Of a flagged call; empty for others.</summary>
    public string Explanation { get; }

    public bool IsFlagged => Explanation.Length > 0;

    /// <param name="explanation">One sentence. The agent and the user read it inside a sentence of the client's own, which brings the full stop.</param>
    public static CallOutcome Flagged(string explanation) => new("flagged", Printable(explanation) is { Length: > 0 } said ? said : "it is dangerous");

    public void Write(ref JsonWriter json)
    {
        if (IsFlagged)
        {
            json.Raw("{\"type\":\"evaluated\",\"outcome\":\"flagged\",\"explanation\":"u8);
            json.Text(Explanation);
        }
        else if (this == NotFlagged)
        {
            json.Raw("{\"type\":\"evaluated\",\"outcome\":\"not_flagged\""u8);
        }
        else
        {
            json.Raw("{\"type\":\"unavailable\",\"reason\":"u8);
            json.Text(Name);
        }

        json.Raw("}"u8);
    }

    /// <summary>On one line, bounded, without what could be taken for anything but words.</summary>
    private static string Printable(string text)
    {
        var letters = text.ToCharArray();
        for (var at = 0; at < letters.Length; at++)
        {
            if (char.GetUnicodeCategory(letters[at]) is UnicodeCategory.Control or UnicodeCategory.Format)
                letters[at] = ' ';
        }

        var line = new string(letters).Trim();
        return (line.Length > MaxExplanation ? line[..(MaxExplanation - 1)] + "…" : line).TrimEnd('.', ' ');
    }
}
