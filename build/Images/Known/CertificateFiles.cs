using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ContainerSecurity.Images.Known;

/// <summary>Bundles of certificates in PEM (RFC 7468); text between the blocks is comment.</summary>
internal static class CertificateFiles
{
    private const string Begin = "-----BEGIN ";
    private const string End = "-----END ";

    public static KnownFile Read(byte[] content)
    {
        var text = Encoding.ASCII.GetString(content);
        var certificates = ImmutableArray.CreateBuilder<TrustedCertificate>();
        var damaged = ImmutableArray.CreateBuilder<int>();
        var block = 0;
        for (var at = text.IndexOf(Begin, StringComparison.Ordinal); at >= 0;)
        {
            var next = text.IndexOf(Begin, at + Begin.Length, StringComparison.Ordinal);
            block++;
            if (ReadBlock(text.AsSpan()[at..(next < 0 ? text.Length : next)]) is { } certificate)
                certificates.Add(certificate);
            else
                damaged.Add(block);
            at = next;
        }

        return new KnownFile.TrustedCertificates(certificates.ToImmutable(), damaged.ToImmutable());
    }

    private static TrustedCertificate? ReadBlock(ReadOnlySpan<char> block)
    {
        try
        {
            if (block.IndexOf(End) < 0 || !PemEncoding.TryFind(block, out var fields))
                return null;
            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(block[fields.Base64Data].ToString()));
            return new(certificate.Subject, certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        }
        catch (Exception damage) when (damage is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
