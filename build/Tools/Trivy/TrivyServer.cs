namespace ContainerSecurity.Tools.Trivy;

/// <summary>A Trivy server with the vulnerability database of a team.</summary>
/// <param name="Token">The token that it requires; null when it requires none.</param>
internal sealed record TrivyServer(Uri Address, string? Token)
{
    /// <summary>Trivy's own variable, so that the token never appears on a command line.</summary>
    public const string TokenVariable = "TRIVY_TOKEN";

    /// <summary>In the form that Trivy's client expects: it appends a slash, and a server does not serve <c>//twirp</c>.</summary>
    public string Argument => Address.AbsoluteUri.TrimEnd('/');

    /// <summary>The version that the server reports; null when it reports none.</summary>
    public string? Version { get; init; }

    /// <summary>Printing the record must not print the token.</summary>
    public override string ToString() => Address.AbsoluteUri;
}
