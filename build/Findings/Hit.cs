namespace ContainerSecurity.Findings;

/// <summary>A place where a rule is broken.</summary>
/// <param name="Line">1-based; the first line of an instruction.</param>
/// <param name="What">What stands there; a finding shows it after the rule's own sentence.</param>
internal readonly record struct Hit(int Line, string? What = null)
{
    /// <summary>Shown instead of the rule's own sentence, where that names something.</summary>
    public string? Message { get; init; }
}
