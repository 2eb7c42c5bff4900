namespace ContainerSecurity.Secrets;

/// <summary>Searches a text with all rules: one pass that knows how their keywords begin, and a closer look where one stands.</summary>
internal static class SecretText
{
    /// <returns>In the order of the text; of two that overlap, the one whose rule says more.</returns>
    public static List<SecretHit> Find(ReadOnlySpan<char> text, SecretScope scope)
    {
        var hits = new List<SecretHit>();
        var starts = new KeywordStarts(text);
        while (starts.Next())
        {
            foreach (var (keyword, rule) in starts.Candidates)
            {
                var hit = !Stands(keyword, rule, text[starts.At..]) ? null
                    : rule.IsToken ? SecretRuleMatcher.Token(rule, text, starts.At, keyword.Length, scope)
                    : SecretRuleMatcher.Value(rule, text, starts.At, keyword.Length, scope);
                if (hit is not null)
                    hits.Add(hit.Value);
            }
        }

        return WithoutOverlaps(hits);
    }

    private static bool Stands(string keyword, SecretRule rule, ReadOnlySpan<char> text) =>
        text.StartsWith(keyword, rule.IsToken ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    private static List<SecretHit> WithoutOverlaps(List<SecretHit> hits)
    {
        if (hits.Count < 2)
            return hits;

        var kept = new List<SecretHit>(hits.Count);
        foreach (var hit in hits.OrderBy(hit => hit.Start).ThenBy(hit => hit.Rule.Rank))
        {
            if (kept.Count == 0 || hit.Start >= kept[^1].End)
                kept.Add(hit);
            else if (hit.Rule.Rank < kept[^1].Rule.Rank)
                kept[^1] = hit;
        }

        return kept;
    }
}
