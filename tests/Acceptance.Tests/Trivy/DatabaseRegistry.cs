using System.Collections.Concurrent;
using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Build.Tests.Images;
using Build.Tests.Tools.Trivy;
using ContainerSecurity.Tools.Trivy.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Acceptance.Tests.Trivy;

/// <summary>
/// A registry on loopback that has the made-up database, as an OCI artifact of Trivy's form, under <c>good/trivy-db</c>; <c>busy/…</c> is overloaded.
/// </summary>
internal sealed class DatabaseRegistry : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly Dictionary<string, byte[]> _blobs = [];

    private DatabaseRegistry(DateTimeOffset updatedAt)
    {
        var config = "{}"u8.ToArray();
        var layer = Layer(updatedAt);
        Manifest = Encoding.UTF8.GetBytes($$$"""
            {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",
             "config":{"mediaType":"application/vnd.aquasec.trivy.config.v1+json","digest":"{{{Keep(config)}}}","size":{{{config.Length}}}},
             "layers":[{"mediaType":"application/vnd.aquasec.trivy.db.layer.v1.tar+gzip","digest":"{{{Keep(layer)}}}","size":{{{layer.Length}}},"annotations":{"org.opencontainers.image.title":"db.tar.gz"}}]}
            """);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.MapGet("/v2/", () => "{}");
        _server.MapMethods(
            "/v2/{place}/trivy-db/manifests/{reference}", ["GET", "HEAD"], (string place, string reference) => Answer(place, reference));
        _server.MapGet("/v2/good/trivy-db/blobs/{digest}", (string digest) => Results.Bytes(_blobs[digest]));
    }

    public byte[] Manifest { get; }

    public string Digest => DigestOf(Manifest);

    /// <summary>Which places were asked for the database, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public static async Task<DatabaseRegistry> StartAsync(DateTimeOffset updatedAt)
    {
        var registry = new DatabaseRegistry(updatedAt);
        await registry._server.StartAsync();
        return registry;
    }

    public DatabaseMirror Mirror(string place) =>
        new($"{new Uri(_server.Urls.Single()).Authority}/{place}/trivy-db", new Uri(_server.Urls.Single() + "/v2/"));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private IResult Answer(string place, string reference)
    {
        Asked.Enqueue(place);
        return place == "busy" || (reference.StartsWith("sha256:", StringComparison.Ordinal) && reference != Digest)
            ? Results.Json(new { errors = new[] { new { code = "TOOMANYREQUESTS", message = "slow down" } } }, statusCode: 429)
            : Results.Bytes(Manifest, "application/vnd.oci.image.manifest.v1+json");
    }

    private string Keep(byte[] blob)
    {
        _blobs[DigestOf(blob)] = blob;
        return DigestOf(blob);
    }

    private static byte[] Layer(DateTimeOffset updatedAt)
    {
        using var folder = new TemporaryFolder();
        Recording.WriteDatabase(folder.Path, updatedAt);
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
            TarFile.CreateFromDirectory(folder.Path, packed, includeBaseDirectory: false);
        return bytes.ToArray();
    }

    private static string DigestOf(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));
}
