using System.Collections.Immutable;

namespace ContainerSecurity.Findings;

/// <summary>What a gate examined: named facts for the reports, and a summary of those that a reader needs to trust the verdict.</summary>
/// <remarks>A gate gives the words for the summary together with the fact; they appear in the order in which facts are added.</remarks>
public sealed record Coverage
{
    private const string Nothing = "nothing";

    private ImmutableSortedDictionary<string, CoverageFact> _facts = ImmutableSortedDictionary.Create<string, CoverageFact>(StringComparer.Ordinal);

    private ImmutableArray<string> _words = [];

    public static Coverage None { get; } = new();

    /// <summary>By name, in the order of names.</summary>
    public IReadOnlyDictionary<string, CoverageFact> Facts => _facts;

    /// <summary>The few words: <c>3 Dockerfiles, 41 instructions</c>.</summary>
    public string Summary => _words.IsEmpty ? Nothing : string.Join(", ", _words);

    /// <param name="thing">What was counted, in the singular, if the summary mentions it.</param>
    public Coverage Count(string name, long count, string? thing = null) => With(name, new CoverageFact.Count(count), Words(count, thing));

    /// <param name="words">What the summary says about it.</param>
    public Coverage Text(string name, string text, string? words = null) => With(name, new CoverageFact.Text(text), words);

    /// <param name="thing">What is listed, in the singular, if the summary says how many.</param>
    public Coverage List(string name, IEnumerable<string> texts, string? thing = null)
    {
        ImmutableArray<string> list = [.. texts];
        return With(name, new CoverageFact.List(list), Words(list.Length, thing));
    }

    /// <summary>Adds words to the summary about the facts before them.</summary>
    public Coverage Say(string words) => this with { _words = _words.Add(words) };

    /// <summary>Coverage as a record holds it: the facts, and the summary as a whole.</summary>
    public static Coverage Restore(IEnumerable<KeyValuePair<string, CoverageFact>> facts, string summary) => new()
    {
        _facts = None._facts.AddRange(facts),
        _words = summary == Nothing ? [] : [summary],
    };

    private Coverage With(string name, CoverageFact fact, string? words) => this with
    {
        _facts = _facts.Add(name, fact),
        _words = words is null ? _words : _words.Add(words),
    };

    private static string? Words(long count, string? thing) => thing is null ? null : $"{count} {thing}{(count == 1 ? "" : "s")}";
}
