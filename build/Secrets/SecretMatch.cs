using ContainerSecurity.Findings;

namespace ContainerSecurity.Secrets;

/// <summary>A secret in a file.</summary>
/// <param name="Line">1-based; null in a binary file, which has no lines.</param>
internal readonly record struct SecretMatch(SecretRule Rule, Severity Severity, int? Line);
