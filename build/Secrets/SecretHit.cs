namespace ContainerSecurity.Secrets;

/// <summary>The position of a secret in a text.</summary>
internal readonly record struct SecretHit(SecretRule Rule, int Start, int Length);
