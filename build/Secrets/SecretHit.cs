using ContainerSecurity.Findings;

namespace ContainerSecurity.Secrets;

/// <summary>The position of a secret in a text.</summary>
/// <param name="Severity">Of the rule, or low for a password that anybody would guess.</param>
internal readonly record struct SecretHit(SecretRule Rule, Severity Severity, int Start, int Length)
{
    public int End => Start + Length;
}
