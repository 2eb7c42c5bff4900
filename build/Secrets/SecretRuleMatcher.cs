using System.Text.RegularExpressions;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Secrets;

/// <summary>Whether a secret of one rule begins where the rule's keyword stands.</summary>
internal static class SecretRuleMatcher
{
    /// <summary>A token: the keyword and what follows it.</summary>
    public static SecretHit? Token(SecretRule rule, ReadOnlySpan<char> text, int at, int keyword, SecretScope scope)
    {
        if (!MayStart(rule.Start, text, at) || MatchAt(rule.Form, text, at + keyword) is not { } length)
            return null;

        var end = at + keyword + length;
        var value = text.Slice(at + keyword, length);
        var goesOn = end < text.Length && char.IsAsciiLetterOrDigit(text[end]) && char.IsAsciiLetterOrDigit(text[end - 1]);
        if (goesOn && !scope.HasFlag(SecretScope.Binary))
            return null;
        if (Placeholder.IsToken(value, rule.IsLong) || (rule.MustLookRandom && !SecretShape.LooksRandom(value)))
            return null;

        return rule.Check is null || rule.Check(text[at..end].ToString()) ? new SecretHit(rule, rule.Severity, at, end - at) : null;
    }

    /// <summary>A value: what follows the keyword and the rule's lead.</summary>
    public static SecretHit? Value(SecretRule rule, ReadOnlySpan<char> text, int at, int keyword, SecretScope scope)
    {
        var inPlace = (rule.Places & scope) != 0;
        if ((rule.OnlyInPlaces && !inPlace) || !MayStart(rule.Start, text, at) || MatchAt(rule.LeadForm, text, at + keyword) is not { } lead)
            return null;

        var start = at + keyword + lead;
        if (MatchAt(rule.Form, text, start) is not { } length)
            return null;

        var value = text.Slice(start, length);
        var worth = !rule.IsExact ? SecretValue.Judge(value) : Placeholder.IsToken(value) ? SecretWorth.Nothing : SecretWorth.Random;
        var counts = inPlace ? worth > SecretWorth.Nothing : worth == SecretWorth.Random;
        if (!counts || (rule.Check is not null && !rule.Check(value.ToString())))
            return null;

        return new SecretHit(rule, worth == SecretWorth.Guessable ? Severity.Low : rule.Severity, start, length);
    }

    private static int? MatchAt(Regex form, ReadOnlySpan<char> text, int at)
    {
        foreach (var match in form.EnumerateMatches(text, at))
            return match.Length;

        return null;
    }

    private static bool MayStart(SecretStart start, ReadOnlySpan<char> text, int at)
    {
        if (at == 0 || start == SecretStart.Anything)
            return true;

        var before = text[at - 1];
        return start switch
        {
            SecretStart.NamePart => !char.IsAsciiLetterOrDigit(before) || text[at] == '_'
                || (char.IsAsciiLetterLower(before) && char.IsAsciiLetterUpper(text[at])),
            SecretStart.WholeWord => before is not ('_' or '-') && IsWordStart(text, at),
            _ => IsWordStart(text, at),
        };
    }

    /// <summary>
    /// A letter before it may be the end of an escape (<c>\n</c>, <c>%3D</c>), or, after a byte that is none of a text, the length that compiled
    /// Python writes before every string.
    /// </summary>
    private static bool IsWordStart(ReadOnlySpan<char> text, int at)
    {
        if (!char.IsAsciiLetterOrDigit(text[at - 1]))
            return true;

        var before = text[Math.Max(0, at - 6)..at];
        return before is [.., '\\', 'n' or 'r' or 't' or 'b' or 'f'] or [.., '%', _, _] or [.., '\\', 'u', _, _, _, _] or [.., '\\', 'x', _, _]
            || (before is [.., var first, _] && IsNoText(first))
            || (before is [.., var second, 'z' or 'Z' or 'a' or 'A' or 's' or 'u', _] && IsNoText(second));
    }

    private static bool IsNoText(char letter) => letter is < ' ' and not ('\t' or '\n' or '\r') or > '~';
}
