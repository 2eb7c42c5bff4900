using System.Globalization;
using System.Text;

namespace ContainerSecurity.Reports.Words;

/// <summary>
/// Text that nobody vouches for, made harmless to look at: what would steer a terminal, turn the direction of the line or not be seen at all
/// becomes its code point, <c>‹U+001B›</c> (CVE-2021-42574).
/// </summary>
internal static class VisibleText
{
    /// <summary>Line breaks stay, as <c>\n</c>.</summary>
    public static string Of(string text)
    {
        if (text.All(letter => letter is >= ' ' and <= '~' or '\n'))
            return text;
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (IsSeen(rune))
                visible.Append(rune);
            else
                visible.Append(CultureInfo.InvariantCulture, $"‹U+{rune.Value:X4}›");
        }

        return visible.ToString();
    }

    /// <summary>In one line.</summary>
    public static string Line(string text) => Of(text).Replace('\n', ' ').Trim();

    /// <summary>Joiners are part of letters and signs in many scripts.</summary>
    private static bool IsSeen(Rune rune) => rune.Value is '\n' or '\t' or 0x200C or 0x200D
        || (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse));
}
