using System.Security.Cryptography;
using System.Text.Json;
using ContainerSecurity.Checkout;

namespace ContainerSecurity.Tools.Trivy.Database;

/// <summary>
/// The SHA-256 of the database, remembered for as long as the file is untouched: hashing 700 MB on every scan would take longer than the scan.
/// </summary>
/// <param name="Stamp">Of the file that was hashed.</param>
/// <param name="Sha256">Hexadecimal.</param>
internal sealed record DatabaseDigest(FileStamp Stamp, string Sha256)
{
    /// <param name="database">The file <c>trivy.db</c>.</param>
    /// <param name="digestFile">Where the digest is remembered.</param>
    /// <param name="ignoreRemembered">Hashes the content even when its digest is remembered, for a database that is pinned.</param>
    /// <returns>The digest, and the stamp of what was hashed.</returns>
    public static (string Sha256, FileStamp? Stamp) Compute(string database, string digestFile, bool ignoreRemembered)
    {
        var stamp = FileStamp.Read(database);
        if (!ignoreRemembered && stamp is not null && Recall(digestFile) is { } known && known.Stamp == stamp)
            return (known.Sha256, stamp);

        using var content = File.OpenRead(database);
        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        if (stamp is not null && FileStamp.Read(database) == stamp)
            Remember(digestFile, new DatabaseDigest(stamp, digest));
        return (digest, stamp);
    }

    private static DatabaseDigest? Recall(string digestFile)
    {
        try
        {
            return JsonSerializer.Deserialize(
                File.ReadAllBytes(digestFile), DigestJson.Default.DatabaseDigest) is { Stamp: not null, Sha256.Length: 64 } known ? known : null;
        }
        catch (Exception none) when (none is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Remember(string digestFile, DatabaseDigest known)
    {
        try
        {
            AtomicOutput.File(digestFile, JsonSerializer.SerializeToUtf8Bytes(known, DigestJson.Default.DatabaseDigest));
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // Without a writable cache the database is hashed on every scan, which is only slower.
        }
    }
}
