using System.Collections.Immutable;

namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>What is known when two texts are equal, one of which is the digest of a download.</summary>
internal static class Comparison
{
    /// <param name="words">Of a test: operands and operators.</param>
    public static Outcome Judge(IReadOnlyList<Value> words)
    {
        var negated = words.Count > 0 && words[0].Text == "!";
        for (var at = 1; at + 1 < words.Count; at++)
        {
            if (words[at].Text is not ("=" or "==" or "!=" or "=~"))
                continue;
            var (left, right) = (words[at - 1], words[at + 1]);
            var equal = left.DigestOf.IsEmpty ? Facts(right.DigestOf, left) : Facts(left.DigestOf, right);
            if (equal.Count == 0)
                continue;
            var outcome = new Outcome(equal, []);
            return words[at].Text == "!=" != negated ? outcome.Negated() : outcome;
        }

        return Outcome.Either;
    }

    /// <param name="digestOf">Whose digest one of the texts is.</param>
    /// <param name="other">The other text.</param>
    public static List<Fact> Facts(ImmutableArray<Download> digestOf, Value other)
    {
        var facts = new List<Fact>(digestOf.Length);
        foreach (var download in digestOf)
            facts.Add(new Fact(download, TrustIn(download, other)));
        return facts;
    }

    /// <summary>How much a comparison with a text says.</summary>
    public static Trust TrustIn(Download download, Value text)
    {
        foreach (var list in text.From)
        {
            if (list.Trust != Trust.Full && list.Place == download.Place)
                return Trust.SamePlace;
        }

        return Trust.Full;
    }
}
