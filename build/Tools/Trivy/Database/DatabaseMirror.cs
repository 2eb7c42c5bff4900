namespace ContainerSecurity.Tools.Trivy.Database;

/// <summary>A mirror of the vulnerability database.</summary>
/// <param name="Repository">As Trivy's <c>--db-repository</c> expects it; without a tag Trivy uses the schema that it knows.</param>
/// <param name="Registry">Responds without credentials when it can be reached.</param>
internal sealed record DatabaseMirror(string Repository, Uri Registry);
