namespace ContainerSecurity.Checkout.Globs;

/// <summary>Reads <c>[a-z]</c>, <c>[!abc]</c> and <c>[[:digit:]]</c> of a glob; none of them matches a slash.</summary>
internal static class CharacterClass
{
    private static readonly Dictionary<string, Func<char, bool>> Named = new()
    {
        ["alpha"] = char.IsAsciiLetter,
        ["digit"] = char.IsAsciiDigit,
        ["alnum"] = char.IsAsciiLetterOrDigit,
        ["upper"] = char.IsAsciiLetterUpper,
        ["lower"] = char.IsAsciiLetterLower,
        ["space"] = char.IsWhiteSpace,
        ["blank"] = letter => letter is ' ' or '\t',
        ["punct"] = letter => letter is >= '!' and <= '~' && !char.IsAsciiLetterOrDigit(letter),
        ["xdigit"] = char.IsAsciiHexDigit,
        ["cntrl"] = letter => letter is < ' ' or '\x7f',
        ["print"] = letter => letter is >= ' ' and <= '~',
        ["graph"] = letter => letter is >= '!' and <= '~',
    };

    /// <param name="at">Behind the opening bracket; set behind the closing one.</param>
    /// <returns>Whether a letter is in it; null when the class is never closed, names an unknown set, or has a range that is an error.</returns>
    public static Func<char, bool>? Read(string glob, CharacterClasses kind, ref int at)
    {
        var isNegated = at < glob.Length && (glob[at] == '^' || (glob[at] == '!' && kind == CharacterClasses.Posix));
        at += isNegated ? 1 : 0;
        var members = new List<Func<char, bool>>();
        // A closing bracket that stands first is a member.
        for (var first = at; at < glob.Length && (glob[at] != ']' || at == first);)
        {
            if (Member(glob, kind, ref at) is not { } member)
                return null;
            members.Add(member);
        }

        if (at >= glob.Length)
            return null;
        at++;
        return letter => letter != '/' && members.Exists(isMember => isMember(letter)) != isNegated;
    }

    private static Func<char, bool>? Member(string glob, CharacterClasses kind, ref int at)
    {
        if (kind == CharacterClasses.Posix && NameOfSet(glob, at) is { } name)
        {
            at += name.Length + 4;
            return Named.GetValueOrDefault(name);
        }

        if (Character(glob, ref at) is not { } from)
            return null;
        if (at + 1 >= glob.Length || glob[at] != '-' || glob[at + 1] == ']')
            return letter => letter == from;
        at++;
        if (Character(glob, ref at) is not { } to)
            return null;
        return from <= to || kind == CharacterClasses.Posix ? letter => letter >= from && letter <= to : null;
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
}
