using System.Text;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Checkout.Ignoring;

/// <summary>Turns <c>[a-z]</c>, <c>[!abc]</c> and <c>[[:digit:]]</c> of a glob into a regular expression; none of them matches a slash.</summary>
internal static partial class CharacterClass
{
    private const string Character = @"(\\.|[^\]\\])";
    private const string Member = @"\[:[a-z]*:\]|" + Character + "-" + Character + "|" + Character;

    private static readonly Dictionary<string, string> Named = new()
    {
        ["alpha"] = "a-zA-Z",
        ["digit"] = "0-9",
        ["alnum"] = "a-zA-Z0-9",
        ["upper"] = "A-Z",
        ["lower"] = "a-z",
        ["space"] = @"\s",
        ["blank"] = @" \t",
        ["punct"] = @"!-/:-@\[-`{-~",
        ["xdigit"] = "0-9a-fA-F",
        ["cntrl"] = @"\x00-\x1f\x7f",
        ["print"] = " -~",
        ["graph"] = "!-~",
    };

    /// <param name="start">Where the opening bracket is.</param>
    /// <param name="at">Set behind the closing one.</param>
    /// <returns>Null when the class is never closed or names an unknown set.</returns>
    public static string? ToRegex(string glob, int start, ref int at)
    {
        var form = Form().Match(glob, start);
        if (!form.Success || form.Index != start)
            return null;
        at = start + form.Length;
        var members = new StringBuilder();
        foreach (Capture member in form.Groups["member"].Captures)
        {
            if (MemberToRegex(member.Value) is not { } expression)
                return null;
            members.Append(expression);
        }
        if (form.Groups["not"].Success)
            return $"[^/{members}]";
        return members.Length == 0 ? "(?!)" : $"(?!/)[{members}]";
    }

    private static string? MemberToRegex(string member)
    {
        if (member.StartsWith("[:", StringComparison.Ordinal) && member.Length > 3)
            return Named.GetValueOrDefault(member[2..^2]);
        var range = Range().Match(member);
        if (!range.Success)
            return Quote(member[^1]);
        var (from, to) = (range.Groups["from"].Value[^1], range.Groups["to"].Value[^1]);
        // A range that runs backwards holds nothing, and .NET would refuse it.
        return from > to ? "" : $"{Quote(from)}-{Quote(to)}";
    }

    private static string Quote(char c) => $@"\u{(int)c:x4}";

    // A closing bracket that stands first is a member.
    [GeneratedRegex(@"\G\[(?<not>[!^])?(?<member>\]|" + Member + ")(?<member>" + Member + @")*\]", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(@"^(?<from>\\.|[^\\])-(?<to>\\.|[^\\])$", RegexOptions.Singleline)]
    private static partial Regex Range();
}
