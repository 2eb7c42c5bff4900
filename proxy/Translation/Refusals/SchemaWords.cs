using ClaudeCodeProxy.Providers.Schemas;
using ClaudeCodeProxy.Translation.Errors;

namespace ClaudeCodeProxy.Translation.Refusals;

/// <summary>
/// Finds out of which part of JSON Schema an error speaks, in the words of providers and of the libraries that they check schemas with.
/// </summary>
internal static class SchemaWords
{
    /// <summary>The names of functions and places in schemas are taken out, in which anything may be called like a keyword.</summary>
    public static string WithoutNames(string message)
    {
        message = Without(message, "function '", "'");
        message = Without(message, "for tool ", " ");
        message = Without(message, "context=(", ")");
        message = Without(message, "path '", "'");
        message = Without(message, " at '", "'");
        return Without(message, "found at ", " ");
    }

    /// <summary>Patterns are refused by the engine that compiles them, which says little of the reason: what is rarer goes first.</summary>
    public static SchemaFeature[] FindInPatterns(string message)
    {
        if (Phrases.HasAny(message, ["lookaround", "look-around", "lookahead", "look-ahead", "lookbehind", "look-behind"]))
            return [SchemaFeature.Lookaround];
        if (Phrases.HasAny(message, ["pattern must"]))
            return [SchemaFeature.Patterns];
        return Phrases.HasAny(message, ["regex", "regular expression"])
            ? [SchemaFeature.EcmaScriptPatterns, SchemaFeature.Lookaround, SchemaFeature.Patterns | SchemaFeature.PatternProperties]
            : [];
    }

    public static SchemaFeature FindForms(string message)
    {
        var found = SchemaFeature.None;
        foreach (var row in SchemaFeatures.All)
            found |= Phrases.HasAny(message, row.Words) ? row.Feature : SchemaFeature.None;
        return found;
    }

    /// <summary>The keywords between quotes, and those of which it is said without quotes that they are not taken.</summary>
    public static SchemaFeature FindKeywords(string message)
    {
        var found = SchemaFeature.None;
        foreach (var keyword in SchemaKeywords.All)
        {
            if (keyword.Feature != SchemaFeature.None && IsNamed(message, keyword.Name))
                found |= keyword.Feature;
        }

        return found;
    }

    private static bool IsNamed(string message, string keyword)
    {
        for (var at = message.IndexOf(keyword, StringComparison.Ordinal); at >= 0; at = message.IndexOf(keyword, at + 1, StringComparison.Ordinal))
        {
            var before = at > 0 ? message[at - 1] : ' ';
            var rest = message.AsSpan(at + keyword.Length);
            if (before is '\'' or '"' or '`' && rest is ['\'' or '"' or '`', ..])
                return true;
            if (before is ' ' or '/' or '.' && rest.StartsWith(" is not ") || rest.StartsWith(" keyword"))
                return true;
        }

        return false;
    }

    private static string Without(string message, string start, string end)
    {
        for (var at = message.IndexOf(start, StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            var inside = at + start.Length;
            var last = message.IndexOf(end, inside, StringComparison.Ordinal);
            message = last < 0 ? message[..inside] : message.Remove(inside, last - inside);
            at = message.IndexOf(start, inside, StringComparison.OrdinalIgnoreCase);
        }

        return message;
    }
}
