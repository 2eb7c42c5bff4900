namespace ContainerSecurity.Findings;

/// <summary>A place that violates a rule.</summary>
/// <param name="Line">1-based; the first line of an instruction.</param>
/// <param name="What">What was found there; appended to the rule's message.</param>
internal readonly record struct Hit(int Line, string? What = null)
{
    /// <summary>Where it is another file than the one that is judged: a script that this one runs. Relative to the repository.</summary>
    public string? File { get; init; }

    /// <summary>Replaces the rule's message.</summary>
    public string? Message { get; init; }

    /// <summary>Where this place is milder than the rule; null for the rule's own.</summary>
    public Severity? Severity { get; init; }
}
