using ContainerSecurity.Findings;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Rules;

/// <summary>A rule: its public id, its severity, what is wrong, how to fix it, and a pure check.</summary>
/// <remarks>Reports and documents take everything they say about a rule from here.</remarks>
/// <typeparam name="TSubject">What the check examines.</typeparam>
/// <param name="Severity">Of its worst findings.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Help">How to fix it, or the page that explains it.</param>
internal sealed record Rule<TSubject>(string Id, Severity Severity, string Message, string Help)
{
    private const int LongestQuote = 400;

    public required Func<TSubject, IEnumerable<Hit>> Check { get; init; }

    /// <summary>What its mildest findings have, where they differ.</summary>
    public Severity? Mildest { get; init; }

    /// <summary>Off unless a configuration or a directive turns it on.</summary>
    public bool IsOptIn { get; init; }

    /// <summary>The id of the Hadolint rule with the same meaning: what that rule reports on a line is not reported again.</summary>
    public string? CoveredBy { get; init; }

    /// <summary>Text quoted from the subject may contain a key and is masked.</summary>
    public Finding FindingAt(string file, Hit hit) => new()
    {
        RuleId = Id,
        Severity = hit.Severity ?? Severity,
        Message = hit.Message ?? (hit.What is { } what ? $"{Message.TrimEnd('.')}: {SecretMask.Apply(Shorten(what))}." : Message),
        File = hit.File ?? file,
        Line = hit.Line,
        Help = Help,
    };

    // What is quoted may be as long as the file.
    private static string Shorten(string what) => what.Length > LongestQuote ? $"{what[..LongestQuote]}…" : what;
}
