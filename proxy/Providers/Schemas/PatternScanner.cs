namespace ClaudeCodeProxy.Providers.Schemas;

/// <summary>
/// Finds what not every engine knows in a regular expression of ECMAScript's (ECMA-262, 22.2.1), which JSON Schema asks for. Python's <c>re</c>,
/// which
/// OpenAI checks patterns with, has no <c>\p{…}</c>, <c>\u{…}</c>, <c>\c</c>, <c>\k</c>, <c>(?&lt;name&gt;</c>, no lookbehind of any length, and no
/// range beside <c>\w</c>.
/// </summary>
internal struct PatternScanner(string pattern)
{
    private const string KnownEscapes = "AbBdDsSwWZafnrtvxu";
    private const string KnownInClasses = "dDsSwWabfnrtvxu";

    private int _at;
    private SchemaFeature _found;

    public SchemaFeature Scan()
    {
        while (_at < pattern.Length)
        {
            switch (pattern[_at])
            {
                case '\\': SkipEscape(KnownEscapes); break;
                case '[': SkipClass(); break;
                case '(': SkipGroupStart(); break;
                default: _at++; break;
            }
        }

        return _found;
    }

    private readonly char Ahead(int count) => _at + count < pattern.Length ? pattern[_at + count] : '\0';

    /// <summary>Returns whether it stands for a set of characters.</summary>
    private bool SkipEscape(string known)
    {
        var letter = Ahead(1);
        var digits = letter switch { 'x' => 2, 'u' => 4, _ => 0 };
        if (letter == '\0' || (char.IsAsciiLetter(letter) && !known.Contains(letter)) || !HasHexDigits(digits))
            _found |= SchemaFeature.EcmaScriptPatterns;
        _at += 2;
        return letter is 'd' or 'D' or 's' or 'S' or 'w' or 'W';
    }

    private readonly bool HasHexDigits(int count)
    {
        for (var index = 0; index < count; index++)
        {
            if (!char.IsAsciiHexDigit(Ahead(2 + index)))
                return false;
        }

        return true;
    }

    private void SkipClass()
    {
        _at += Ahead(1) == '^' ? 2 : 1;
        if (Ahead(0) == ']')
            _found |= SchemaFeature.EcmaScriptPatterns;
        while (_at < pattern.Length && pattern[_at] != ']')
        {
            var isSet = SkipClassItem();
            if (Ahead(0) != '-' || Ahead(1) is ']' or '\0')
                continue;
            _at++;
            if (SkipClassItem() || isSet)
                _found |= SchemaFeature.EcmaScriptPatterns;
        }

        _at++;
    }

    private bool SkipClassItem()
    {
        if (pattern[_at] == '\\')
            return SkipEscape(KnownInClasses);
        _at++;
        return false;
    }

    private void SkipGroupStart()
    {
        var kind = Ahead(1) == '?' ? Ahead(2) : '\0';
        var isBehind = kind == '<' && Ahead(3) is '=' or '!';
        if (kind is '=' or '!' || isBehind)
            _found |= SchemaFeature.Lookaround;
        if (kind == '<' && (!isBehind || HasAnyLength(pattern.AsSpan(_at + 4))))
            _found |= SchemaFeature.EcmaScriptPatterns;
        _at++;
    }

    private static bool HasAnyLength(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(')');
        return rest[..(end < 0 ? rest.Length : end)].ContainsAny("*+?{|");
    }
}
