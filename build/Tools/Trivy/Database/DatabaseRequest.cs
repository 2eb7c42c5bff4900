namespace ContainerSecurity.Tools.Trivy.Database;

/// <summary>What a download must bring, and where to.</summary>
/// <param name="Repository">The only repository to try; null tries the mirrors.</param>
/// <param name="Scratch">An empty folder, on the same file system as <paramref name="Folder"/>.</param>
/// <param name="Folder">The destination of the database.</param>
/// <param name="MaxAge">Null where exactly one database will do, however old.</param>
internal sealed record DatabaseRequest(string? Repository, string Scratch, string Folder, TimeSpan? MaxAge)
{
    public required DateTimeOffset Now { get; init; }
}
