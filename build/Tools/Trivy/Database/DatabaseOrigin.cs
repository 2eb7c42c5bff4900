using System.Security.Cryptography;
using System.Text.Json;

namespace ContainerSecurity.Tools.Trivy.Database;

/// <summary>A file beside a downloaded database, which itself does not record its source.</summary>
/// <param name="Repository">As it was passed to Trivy.</param>
/// <param name="Sha256">Of the downloaded <c>trivy.db</c>; for another database the file is ignored.</param>
internal sealed record DatabaseOrigin(string Repository, string Sha256)
{
    private const string File = "origin.json";

    public static void Write(string folder, string repository)
    {
        using var database = System.IO.File.OpenRead(DatabaseState.DataFile(folder));
        var origin = new DatabaseOrigin(repository, Convert.ToHexStringLower(SHA256.HashData(database)));
        System.IO.File.WriteAllBytes(Path.Combine(folder, File), JsonSerializer.SerializeToUtf8Bytes(origin, OriginJson.Default.DatabaseOrigin));
    }

    /// <summary>Adds the digest and the source of the database that was found.</summary>
    /// <param name="digestFile">Where its digest is remembered.</param>
    /// <param name="ignoreRemembered">Hashes the content even when its digest is remembered.</param>
    public static DatabaseState Identify(DatabaseState found, string digestFile, bool ignoreRemembered)
    {
        if (found.Folder is not { } folder)
            return found;

        var (digest, stamp) = DatabaseDigest.Compute(DatabaseState.DataFile(folder), digestFile, ignoreRemembered);
        return found with
        {
            Sha256 = digest,
            Stamp = stamp,
            Repository = Read(folder) is { } origin && origin.Sha256 == digest ? origin.Repository : null,
        };
    }

    private static DatabaseOrigin? Read(string folder)
    {
        try
        {
            var path = Path.Combine(folder, File);
            return System.IO.File.Exists(path)
                ? JsonSerializer.Deserialize(System.IO.File.ReadAllBytes(path), OriginJson.Default.DatabaseOrigin)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
