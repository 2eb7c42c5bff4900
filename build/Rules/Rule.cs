using ContainerSecurity.Findings;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Rules;

/// <summary>A rule: its public id, how bad breaking it is, what is wrong, what to do, and a pure check. Reports and documents say about it what stands here.</summary>
/// <typeparam name="TSubject">What the check looks at.</typeparam>
/// <param name="Message">One sentence.</param>
/// <param name="Help">What to do, or the page that says so.</param>
internal sealed record Rule<TSubject>(string Id, Severity Severity, string Message, string Help)
{
    public required Func<TSubject, IEnumerable<Hit>> Check { get; init; }

    /// <summary>Off unless a configuration or a directive turns it on.</summary>
    public bool IsOptIn { get; init; }

    /// <summary>The id of Hadolint's rule that says the same: what that one finds in a line is not reported once more.</summary>
    public string? CoveredBy { get; init; }

    /// <summary>What the subject quotes may hold a key, so that it is shown masked.</summary>
    public Finding FindingAt(string file, Hit hit) => new()
    {
        RuleId = Id,
        Severity = Severity,
        Message = hit.Message ?? (hit.What is { } what ? $"{Message.TrimEnd('.')}: {SecretMask.Apply(what)}." : Message),
        File = file,
        Line = hit.Line,
        Help = Help,
    };
}
