namespace ContainerSecurity.Secrets;

/// <summary>What a value under the name of a secret is worth.</summary>
internal enum SecretWorth
{
    /// <summary>A placeholder, a reference, a path, a switch.</summary>
    Nothing,

    /// <summary>A real password that everybody tries first: <c>postgres</c>, <c>admin123</c>.</summary>
    Guessable,

    Chosen,

    Random,
}
