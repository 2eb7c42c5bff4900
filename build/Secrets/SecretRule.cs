using System.Text.RegularExpressions;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Secrets;

/// <summary>One kind of secret that can be told by its form alone.</summary>
/// <param name="Id">Trivy's id where it has such a rule, so that one exception covers both and one secret is reported once.</param>
/// <param name="Keyword">A text that is part of every match: files without it are not searched further.</param>
internal sealed record SecretRule(string Id, string Title, string Keyword, Regex Pattern)
{
    public Severity Severity { get; init; } = Severity.Critical;

    /// <summary>Least bits of entropy a character; a row of x or a counting placeholder has less than any key.</summary>
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
