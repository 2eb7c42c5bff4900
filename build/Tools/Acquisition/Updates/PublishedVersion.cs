namespace ContainerSecurity.Tools.Acquisition.Updates;

/// <summary>A version that a source offers, with its date.</summary>
internal sealed record PublishedVersion(Version Version, DateTimeOffset PublishedAt)
{
    /// <summary>Null for a pre-release and for anything else that is not three numbers; those are never proposed.</summary>
    public static PublishedVersion? TryParse(string version, DateTimeOffset publishedAt) =>
        Version.TryParse(version.StartsWith('v') ? version[1..] : version, out var read) && read is { Build: >= 0, Revision: < 0 }
            ? new PublishedVersion(read, publishedAt)
            : null;
}
