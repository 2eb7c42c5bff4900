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
/// A registry on loopback that has the made-up database, as an OCI artifact of Trivy's form, in several places: <c>good/trivy-db</c> has it as it
/// should be, <c>old</c> one of a week before, <c>other</c> other bytes than the digest says, <c>cut</c> only half of them, <c>broken</c> ends the
/// connection half-way, <c>busy</c> is overloaded.
/// </summary>
internal sealed class DatabaseRegistry : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly Dictionary<string, byte[]> _blobs = [];
    private readonly byte[] _now;
    private readonly byte[] _old;

    private DatabaseRegistry(DateTimeOffset updatedAt)
    {
        (_now, _old) = (Manifest(updatedAt), Manifest(updatedAt.AddDays(-7)));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.MapGet("/v2/", () => "{}");
        _server.MapMethods(
            "/v2/{place}/trivy-db/manifests/{reference}", ["GET", "HEAD"], (string place, string reference) => Answer(place, reference));
        _server.MapGet(
            "/v2/{place}/trivy-db/blobs/{digest}", (string place, string digest, HttpContext context) => Blob(place, _blobs[digest], context));
    }

    /// <summary>Of the manifest of the good one.</summary>
    public string Digest => DigestOf(_now);

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
            : Results.Bytes(place == "old" ? _old : _now, "application/vnd.oci.image.manifest.v1+json");
    }

    private static async Task Blob(string place, byte[] blob, HttpContext context)
    {
        var bytes = blob.Length < 1000 ? blob
            : place == "cut" ? blob[..(blob.Length / 2)]
            : place == "other" ? [.. blob[..^100], .. Enumerable.Reverse(blob[^100..])]
            : blob;
        context.Response.ContentLength = bytes.Length;
        if (place != "broken" || bytes.Length < 1000)
        {
            await context.Response.Body.WriteAsync(bytes);
            return;
        }

        await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private byte[] Manifest(DateTimeOffset updatedAt)
    {
        var config = "{}"u8.ToArray();
        var layer = Layer(updatedAt);
        return Encoding.UTF8.GetBytes($$$"""
            {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",
             "config":{"mediaType":"application/vnd.aquasec.trivy.config.v1+json","digest":"{{{Keep(config)}}}","size":{{{config.Length}}}},
             "layers":[{"mediaType":"application/vnd.aquasec.trivy.db.layer.v1.tar+gzip","digest":"{{{Keep(layer)}}}","size":{{{layer.Length}}},"annotations":{"org.opencontainers.image.title":"db.tar.gz"}}]}
            """);
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
