namespace ContainerSecurity.Findings;

/// <summary>A place where a rule is broken.</summary>
/// <param name="Line">First line of the instruction.</param>
/// <param name="Message">Instead of the rule's own, where it names something.</param>
internal readonly record struct LintHit(int Line, string? Message = null);
