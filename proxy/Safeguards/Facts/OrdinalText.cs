namespace ClaudeCodeProxy.Safeguards.Facts;

/// <summary>Comparisons of texts byte for byte, as shells and file systems make them.</summary>
internal static class OrdinalText
{
    public static bool Has(this string text, string part) => text.Contains(part, StringComparison.Ordinal);

    public static bool HasAny(this string text, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (text.Contains(part, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    public static bool Begins(this string text, string start) => text.StartsWith(start, StringComparison.Ordinal);

    public static bool BeginsWithAny(this string text, params ReadOnlySpan<string> starts)
    {
        foreach (var start in starts)
        {
            if (text.StartsWith(start, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    public static bool Ends(this string text, string end) => text.EndsWith(end, StringComparison.Ordinal);

    public static bool Holds(this string[] names, string name) => Array.IndexOf(names, name) >= 0;
}
