using System.Text.RegularExpressions;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Secrets;

/// <summary>One kind of secret that can be recognised by its form.</summary>
/// <param name="Id">Trivy's id where Trivy has the rule too, so that one exception covers both and a secret is reported once.</param>
/// <param name="Keyword">A text that is part of every match; texts without it are skipped.</param>
internal sealed record SecretRule(string Id, string Title, string Keyword, Regex Pattern)
{
    public Severity Severity { get; init; } = Severity.Critical;

    /// <summary>The lowest accepted entropy in bits per character; placeholders of repeated or counted characters have less.</summary>
    public double LeastEntropy { get; init; } = 3.0;

    public bool Accepts(ReadOnlySpan<char> match) => Entropy(match) >= LeastEntropy && !match.EndsWith("EXAMPLE", StringComparison.Ordinal);

    private static double Entropy(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var character in text)
            counts[character & 0xFF]++;

        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
                bits -= (double)count / text.Length * Math.Log2((double)count / text.Length);
        }

        return bits;
    }
}
