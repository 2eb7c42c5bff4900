using ContainerSecurity.Checkout;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>The vulnerability database that scans use.</summary>
/// <param name="Folder">Where it lies; null when there is none here that can be used, and then <see cref="Missing"/> says why.</param>
/// <param name="UpdatedAt">When its makers built it, not when it was fetched.</param>
internal sealed record DatabaseState(string? Folder, DateTimeOffset? UpdatedAt, string? Missing)
{
    /// <summary>The server that has it, instead of a folder.</summary>
    public TrivyServer? Server { get; init; }

    /// <summary>Why no newer one was fetched; null when none was needed.</summary>
    public string? NotRefreshed { get; init; }

    /// <summary>Of <c>trivy.db</c>, hexadecimal; null for a server's.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Of <c>trivy.db</c> when it was identified; null for a server's, and where the system gives none.</summary>
    public FileStamp? Stamp { get; init; }

    /// <summary>Where it was fetched from, with the digest if it was asked for by one; null when that is not known.</summary>
    public string? Repository { get; init; }

    /// <summary>The file that Trivy reads.</summary>
    public static string DataFile(string folder) => Path.Combine(folder, "trivy.db");

    public bool IsUsable => Folder is not null || Server is not null;

    /// <summary>Another database lies there now than the one that was identified: nobody knows by which of them a scan has judged.</summary>
    public bool WasReplaced => Folder is { } folder && FileStamp.Of(DataFile(folder)) != Stamp;

    public bool IsFresh(DateTimeOffset now, TimeSpan oldest) =>
        UpdatedAt is { } updatedAt && now - updatedAt <= oldest && updatedAt - now <= TimeSpan.FromHours(1);
}
