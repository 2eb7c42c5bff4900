namespace ClaudeCodeProxy.Translation.Errors;

/// <summary>Reads the number that follows some words: "can only afford 27342", "at most `8192`".</summary>
internal static class NumberBeside
{
    public static int? After(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        var rest = text.AsSpan(start + words.Length);
        var numbers = new NumberScanner(rest);
        return numbers.Next() && rest[..numbers.Start].TrimStart(" (:`'\"").IsEmpty ? numbers.Value : null;
    }
}
