using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Upstream;

/// <summary>Decides which certificate authorities are trusted for an https upstream.</summary>
internal static class TrustedAuthorities
{
    /// <summary>Where distributions keep their bundle. The linked OpenSSL looks in Debian's place only, which a minimal image lacks.</summary>
    private static readonly string[] SystemBundles =
        ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"];

    public static X509ChainPolicy Policy(string? certificateFile)
    {
        var policy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            // A certificate must not make the proxy call a third party, and such a call would block the thread that serves all connections.
            DisableCertificateDownloads = true,
        };
        var bundle = certificateFile ?? Array.Find(SystemBundles, File.Exists);
        if (bundle is null)
            return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        Load(policy.CustomTrustStore, bundle);
        return policy;
    }

    private static void Load(X509Certificate2Collection store, string bundle)
    {
        try
        {
            store.ImportFromPemFile(bundle);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            var isDamaged = e is CryptographicException;
            throw Unusable(bundle, isDamaged ? "holds a certificate that is damaged." : $"cannot be used: {FileProblem.Explain(e)}.");
        }

        if (store.Count == 0)
            throw Unusable(bundle, "holds no certificate.");
    }

    private static ConfigurationException Unusable(string bundle, string why) =>
        new($"{bundle}, which SSL_CERT_FILE or the system names as the authorities to trust, {why}");
}
