namespace Tests.Shared.Architecture;

/// <summary>A file's use of another folder.</summary>
/// <param name="From">The file's folder.</param>
/// <param name="Because">The namespace or type that it names.</param>
internal sealed record Dependency(string File, string From, string To, string Because)
{
    public override string ToString() => $"{File} uses {To} ({Because})";
}
