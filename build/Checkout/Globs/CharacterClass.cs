using System.Text;

namespace ContainerSecurity.Checkout.Globs;

/// <summary>Turns <c>[a-z]</c>, <c>[!abc]</c> and <c>[[:digit:]]</c> of a glob into a regular expression; none of them matches a slash.</summary>
internal static class CharacterClass
{
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

    /// <param name="at">Behind the opening bracket; set behind the closing one.</param>
    /// <returns>Null when the class is never closed, names an unknown set, or has a range that is an error.</returns>
    public static string? ToRegex(string glob, CharacterClasses kind, ref int at)
    {
        var negated = at < glob.Length && (glob[at] == '^' || (glob[at] == '!' && kind == CharacterClasses.Posix));
        at += negated ? 1 : 0;
        var members = new StringBuilder();
        // A closing bracket that stands first is a member.
        for (var first = at; at < glob.Length && (glob[at] != ']' || at == first);)
        {
            if (Member(glob, kind, ref at) is not { } member)
                return null;
            members.Append(member);
        }

        if (at >= glob.Length)
            return null;
        at++;
        return negated ? $"[^/{members}]" : members.Length == 0 ? @"[^\s\S]" : $"[{members}-[/]]";
    }

    private static string? Member(string glob, CharacterClasses kind, ref int at)
    {
        if (kind == CharacterClasses.Posix && NameOfSet(glob, at) is { } name)
        {
            at += name.Length + 4;
            return Named.GetValueOrDefault(name);
        }

        if (Character(glob, ref at) is not { } from)
            return null;
        if (at + 1 >= glob.Length || glob[at] != '-' || glob[at + 1] == ']')
            return Quote(from);
        at++;
        if (Character(glob, ref at) is not { } to)
            return null;
        if (from <= to)
            return $"{Quote(from)}-{Quote(to)}";
        return kind == CharacterClasses.Posix ? "" : null;
    }

    /// <summary>The word of <c>[:word:]</c>; null where none begins here.</summary>
    private static string? NameOfSet(string glob, int at)
    {
        if (!glob.AsSpan(at).StartsWith("[:"))
            return null;
        var end = glob.IndexOf(']', at);
        return end > at + 2 && glob[end - 1] == ':' ? glob[(at + 2)..(end - 1)] : null;
    }

    private static char? Character(string glob, ref int at)
    {
        at += glob[at] == '\\' ? 1 : 0;
        return at < glob.Length ? glob[at++] : null;
    }

    private static string Quote(char c) => $@"\u{(int)c:x4}";
}
