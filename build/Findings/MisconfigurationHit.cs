namespace ContainerSecurity.Findings;

/// <summary>A place where a rule is broken.</summary>
/// <param name="Line">1-based.</param>
/// <param name="What">What stands there, for the message.</param>
internal readonly record struct MisconfigurationHit(int Line, string What);
