using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContainerSecurity.Tools.Trivy;

/// <summary>A note beside a fetched database, which itself does not say where it is from.</summary>
/// <param name="Repository">As Trivy was asked for it.</param>
/// <param name="Sha256">Of the <c>trivy.db</c> that arrived: the note does not count for another one.</param>
internal sealed record DatabaseOrigin(string Repository, string Sha256)
{
    private const string File = "origin.json";

    public static void Write(string folder, string repository) => System.IO.File.WriteAllBytes(
        Path.Combine(folder, File),
        JsonSerializer.SerializeToUtf8Bytes(new DatabaseOrigin(repository, DigestOf(folder)), OriginJson.Default.DatabaseOrigin));

    /// <summary>Adds to what was found which database it is.</summary>
    public static DatabaseState Identify(DatabaseState found)
    {
        if (found.Folder is not { } folder)
            return found;

        var digest = DigestOf(folder);
        return found with { Sha256 = digest, Repository = Read(folder) is { } origin && origin.Sha256 == digest ? origin.Repository : null };
    }

    private static string DigestOf(string folder)
    {
        using var database = System.IO.File.OpenRead(Path.Combine(folder, "trivy.db"));
        return Convert.ToHexStringLower(SHA256.HashData(database));
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
