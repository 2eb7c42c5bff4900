using ContainerSecurity.Checkout;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>The vulnerability database that scans use.</summary>
/// <param name="Folder">Its folder; null when there is no usable database here, and then <see cref="Missing"/> gives the reason.</param>
/// <param name="UpdatedAt">When it was published, not when it was downloaded.</param>
internal sealed record DatabaseState(string? Folder, DateTimeOffset? UpdatedAt, string? Missing)
{
    /// <summary>The server that provides it, instead of a folder.</summary>
    public TrivyServer? Server { get; init; }

    /// <summary>Why no newer one was downloaded; null when none was needed.</summary>
    public string? NotRefreshed { get; init; }

    /// <summary>Of <c>trivy.db</c>, hexadecimal; null for a server's.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Of <c>trivy.db</c> when it was identified; null for a server's, and where the system provides none.</summary>
    public FileStamp? Stamp { get; init; }

    /// <summary>The repository from which it was downloaded, with the digest if one was given; null when unknown.</summary>
    public string? Repository { get; init; }

    /// <summary>The file that Trivy reads.</summary>
    public static string DataFile(string folder) => Path.Combine(folder, "trivy.db");

    public bool IsUsable => Folder is not null || Server is not null;

    /// <summary>The file has been replaced since the database was identified, so it is unknown which of them a scan used.</summary>
    public bool WasReplaced => Folder is { } folder && FileStamp.Read(DataFile(folder)) != Stamp;

    public bool IsFresh(DateTimeOffset now, TimeSpan oldest) =>
        UpdatedAt is { } updatedAt && now - updatedAt <= oldest && updatedAt - now <= TimeSpan.FromHours(1);
}
