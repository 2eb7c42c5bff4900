using System.Collections.Immutable;

namespace ContainerSecurity.Findings;

/// <summary>
/// What a gate looked at: named facts for the reports, and those of them in a few words that a reader must know to believe the verdict.
/// </summary>
/// <remarks>Of a fact that has words to tell, the gate gives them with it; they are told in the order in which facts are added.</remarks>
public sealed record Coverage
{
    private ImmutableSortedDictionary<string, CoverageFact> _facts = ImmutableSortedDictionary.Create<string, CoverageFact>(StringComparer.Ordinal);

    private ImmutableArray<string> _told = [];

    public static Coverage None { get; } = new();

    /// <summary>By name, in the order of names.</summary>
    public IReadOnlyDictionary<string, CoverageFact> Facts => _facts;

    /// <summary>The few words: <c>3 Dockerfiles, 41 instructions</c>.</summary>
    public string Summary => _told.IsEmpty ? "nothing" : string.Join(", ", _told);

    /// <param name="thing">What was counted, in the singular, where the summary tells it.</param>
    public Coverage Count(string name, long count, string? thing = null) => With(name, new CoverageFact.Count(count), Words(count, thing));

    /// <param name="words">What the summary tells.</param>
    public Coverage Text(string name, string text, string? words = null) => With(name, new CoverageFact.Text(text), words);

    /// <param name="thing">What is listed, in the singular, where the summary tells how many.</param>
    public Coverage List(string name, IEnumerable<string> texts, string? thing = null)
    {
        ImmutableArray<string> list = [.. texts];
        return With(name, new CoverageFact.List(list), Words(list.Length, thing));
    }

    /// <summary>Words for the summary that belong to the facts before them.</summary>
    public Coverage Tell(string words) => this with { _told = _told.Add(words) };

    private Coverage With(string name, CoverageFact fact, string? words) =>
        this with { _facts = _facts.Add(name, fact), _told = words is null ? _told : _told.Add(words) };

    private static string? Words(long count, string? thing) => thing is null ? null : $"{count} {thing}{(count == 1 ? "" : "s")}";
}
