using System.Buffers;
using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Dockerfiles.Words;

/// <summary>What becomes of a word when its variables are known, and which of them are not.</summary>
/// <param name="Text">Null when no builder can read the word; <see cref="Fault"/> says why.</param>
internal sealed record WordExpansion(string? Text, ImmutableSortedSet<string> Known, ImmutableSortedSet<string> Unknown)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("$'\"\\`");
    private static readonly ImmutableSortedSet<string> None = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public WordFault? Fault { get; private init; }

    /// <param name="word">With quotes and escapes as written.</param>
    /// <param name="lookup">A variable's value; null when it is not set.</param>
    public static WordExpansion Expand(string word, char escape, Func<string, string?> lookup) => Expand(word, escape, lookup, ignoresQuotes: false);

    /// <summary>Of a here-document's content, in which quotes mean nothing.</summary>
    public static WordExpansion ExpandContent(string content, Func<string, string?> lookup) => Expand(content, '\\', lookup, ignoresQuotes: true);

    /// <summary>The word without quotes and escapes, its variables untouched; the word itself when it cannot be read.</summary>
    public static string Unquote(string word, char escape) =>
        word.AsSpan().ContainsAny(Special) ? new WordReader(word, escape).ReadText() ?? word : word;

    private static WordExpansion Expand(string word, char escape, Func<string, string?> lookup, bool ignoresQuotes)
    {
        if (!word.AsSpan().ContainsAny(Special))
            return new WordExpansion(word, None, None);
        var (known, unknown) = (None.ToBuilder(), None.ToBuilder());
        var reader = new WordReader(word, escape, Value) { IgnoresQuotes = ignoresQuotes };
        return new WordExpansion(reader.ReadText(), known.ToImmutable(), unknown.ToImmutable()) { Fault = reader.Fault };

        string? Value(string name)
        {
            var value = lookup(name);
            (value is null ? unknown : known).Add(name);
            return value;
        }
    }
}
