using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Tools.Trivy.Database;

/// <summary>A note beside a fetched database, which itself does not say where it is from.</summary>
/// <param name="Repository">As Trivy was asked for it.</param>
/// <param name="Sha256">Of the <c>trivy.db</c> that arrived: the note does not count for another one.</param>
internal sealed record DatabaseOrigin(string Repository, string Sha256)
{
    private const string File = "origin.json";

    public static void Write(string folder, string repository)
    {
        using var database = System.IO.File.OpenRead(DatabaseState.DataFile(folder));
        var origin = new DatabaseOrigin(repository, Convert.ToHexStringLower(SHA256.HashData(database)));
        System.IO.File.WriteAllBytes(Path.Combine(folder, File), JsonSerializer.SerializeToUtf8Bytes(origin, OriginJson.Default.DatabaseOrigin));
    }

    /// <summary>Adds to what was found which database it is.</summary>
    /// <param name="memory">Where its digest is remembered.</param>
    /// <param name="anew">Asks the content itself, whatever is remembered.</param>
    public static DatabaseState Identify(DatabaseState found, string memory, bool anew)
    {
        if (found.Folder is not { } folder)
            return found;

        var (digest, stamp) = DatabaseDigest.Compute(DatabaseState.DataFile(folder), memory, anew);
        return found with { Sha256 = digest, Stamp = stamp, Repository = Read(folder) is { } origin && origin.Sha256 == digest ? origin.Repository : null };
    }

    private static DatabaseOrigin? Read(string folder)
    {
        try
        {
            var path = Path.Combine(folder, File);
            return System.IO.File.Exists(path) ? JsonSerializer.Deserialize(System.IO.File.ReadAllBytes(path), OriginJson.Default.DatabaseOrigin) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(DatabaseOrigin))]
internal sealed partial class OriginJson : JsonSerializerContext;
