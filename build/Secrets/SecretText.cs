namespace ContainerSecurity.Secrets;

/// <summary>Searches a text with all of the suite's own rules.</summary>
internal static class SecretText
{
    public static List<SecretHit> Find(ReadOnlySpan<char> text)
    {
        var hits = new List<SecretHit>();
        foreach (var rule in SecretRules.All)
        {
            var at = text.IndexOf(rule.Keyword, StringComparison.Ordinal);
            if (at < 0)
                continue;

            foreach (var match in rule.Pattern.EnumerateMatches(text))
            {
                if (rule.Accepts(text.Slice(match.Index, match.Length)))
                    hits.Add(new SecretHit(rule, match.Index, match.Length));
            }
        }

        return hits;
    }
}
