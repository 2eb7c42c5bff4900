namespace ContainerSecurity.Findings;

/// <summary>Which sources were judged.</summary>
/// <param name="Revision">The commit, 40 hexadecimal digits.</param>
/// <param name="Modified">Whether the checkout differed from it.</param>
public sealed record SourceRevision(string Revision, bool Modified)
{
    /// <summary>Where the repository is shown, <c>https://…</c>; null where it is not known.</summary>
    public string? Repository { get; init; }
}
