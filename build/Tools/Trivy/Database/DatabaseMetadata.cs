namespace ContainerSecurity.Tools.Trivy.Database;

/// <summary><c>metadata.json</c> beside the database.</summary>
internal sealed record DatabaseMetadata
{
    public int Version { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}
