using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Acceptance.Tests.Docker;

/// <summary>An OpenAI-compatible HTTPS server on loopback whose certificate is signed by an authority made for this test.</summary>
internal sealed class HttpsUpstream : IAsyncDisposable
{
    private const string Answer = """{"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"gpt-5","choices":[{"index":0,"message":{"role":"assistant","content":"seen over TLS"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":3,"total_tokens":6}}""";

    private readonly WebApplication _server;

    private HttpsUpstream(WebApplication server, int port, string authorityPem) => (_server, Port, AuthorityPem) = (server, port, authorityPem);

    public int Port { get; }

    public string AuthorityPem { get; }

    public static async Task<HttpsUpstream> StartAsync()
    {
        using var authority = Authority();
        var port = FreePort.Next();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var certificate = Leaf(authority);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(certificate)));
        var server = builder.Build();
        server.MapPost("/v1/chat/completions", () => Results.Text(Answer, "application/json"));
        await server.StartAsync();
        return new HttpsUpstream(server, port, authority.ExportCertificatePem());
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static X509Certificate2 Authority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static X509Certificate2 Leaf(X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var leaf = request.Create(authority, authority.NotBefore, authority.NotAfter, [1, 2, 3, 4]);
        // Kestrel needs the key in the certificate's own store form, not as an ephemeral one.
        return X509CertificateLoader.LoadPkcs12(leaf.CopyWithPrivateKey(key).Export(X509ContentType.Pkcs12), null);
    }
}
