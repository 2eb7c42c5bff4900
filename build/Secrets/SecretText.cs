namespace ContainerSecurity.Secrets;

/// <summary>A place in a text where a secret stands.</summary>
internal readonly record struct SecretHit(SecretRule Rule, int Start, int Length);

/// <summary>Searches a text by all own rules.</summary>
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
