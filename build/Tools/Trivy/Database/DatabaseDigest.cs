using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContainerSecurity.Checkout;

namespace ContainerSecurity.Tools.Trivy.Database;

/// <summary>The SHA-256 of the database, remembered for as long as the file is untouched: to hash 700 MB on every scan takes longer than the scan.</summary>
/// <param name="Stamp">Of the file that was hashed.</param>
/// <param name="Sha256">Hexadecimal.</param>
internal sealed record DatabaseDigest(FileStamp Stamp, string Sha256)
{
    /// <param name="database">The file <c>trivy.db</c>.</param>
    /// <param name="memory">Where the digest is remembered.</param>
    /// <param name="anew">Asks the content itself, whatever is remembered: for one that must be a certain one.</param>
    /// <returns>The digest, and the stamp of what was hashed.</returns>
    public static (string Sha256, FileStamp? Stamp) Compute(string database, string memory, bool anew)
    {
        var stamp = FileStamp.Of(database);
        if (!anew && stamp is not null && Recall(memory) is { } known && known.Stamp == stamp)
            return (known.Sha256, stamp);

        using var content = File.OpenRead(database);
        var digest = Convert.ToHexStringLower(SHA256.HashData(content));
        if (stamp is not null && FileStamp.Of(database) == stamp)
            Remember(memory, new DatabaseDigest(stamp, digest));
        return (digest, stamp);
    }

    private static DatabaseDigest? Recall(string memory)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(memory), DigestJson.Default.DatabaseDigest) is { Stamp: not null, Sha256.Length: 64 } known ? known : null;
        }
        catch (Exception none) when (none is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Remember(string memory, DatabaseDigest known)
    {
        var whole = $"{memory}.new";
        try
        {
            File.WriteAllBytes(whole, JsonSerializer.SerializeToUtf8Bytes(known, DigestJson.Default.DatabaseDigest));
            File.Move(whole, memory, overwrite: true);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be written is hashed on every scan; that is slower, not wrong.
        }
    }
}

[JsonSerializable(typeof(DatabaseDigest))]
internal sealed partial class DigestJson : JsonSerializerContext;
