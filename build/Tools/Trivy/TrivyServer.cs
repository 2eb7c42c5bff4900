namespace ContainerSecurity.Tools.Trivy;

/// <summary>A Trivy server that has the vulnerability database of a team.</summary>
/// <param name="Token">What it wants to be shown; null when it asks for nothing.</param>
internal sealed record TrivyServer(Uri Address, string? Token)
{
    /// <summary>Trivy's own name for it, so that no command line ever holds the token.</summary>
    public const string TokenVariable = "TRIVY_TOKEN";

    /// <summary>As Trivy's client wants it: it puts a slash of its own behind it, and a server of which it asks <c>//twirp</c> knows no such page.</summary>
    public string Argument => Address.AbsoluteUri.TrimEnd('/');

    /// <summary>The version that the server said it has; null when it says none.</summary>
    public string? Version { get; init; }

    /// <summary>Whatever prints a record must not print the token.</summary>
    public override string ToString() => Address.AbsoluteUri;
}
