using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Packaging;

/// <summary>
/// The certificate authorities of Debian's package, in one file. Other authorities that this machine trusts do not belong in an image.
/// </summary>
internal static class CertificateBundle
{
    public const string Package = "ca-certificates";
    public const string Target = "etc/ssl/certs/ca-certificates.crt";

    /// <summary>The package has examples elsewhere that are not certificates.</summary>
    private const string Folder = "/usr/share/ca-certificates/";

    /// <param name="files">All files of the package.</param>
    /// <param name="system">The root folder of the machine.</param>
    /// <exception cref="InputException">The package is not installed, or one of its certificates cannot be read.</exception>
    public static string Read(IEnumerable<string> files, string system)
    {
        var certificates = files
            .Where(file => file.StartsWith(Folder, StringComparison.Ordinal) && file.EndsWith(".crt", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => Pem(Path.Combine(system, file[1..])))
            .ToList();
        return certificates.Count > 0
            ? string.Concat(certificates)
            : throw new InputException($"The Debian package {Package} is missing or empty. Install it: apt-get install {Package}.");
    }

    private static string Pem(string file)
    {
        try
        {
            var text = File.ReadAllText(file);
            using var certificate = X509Certificate2.CreateFromPem(text);
            return certificate.ExportCertificatePem() + "\n";
        }
        catch (Exception error) when (error is CryptographicException or IOException)
        {
            throw new InputException(
                $"{file} is not a certificate ({error.Message.TrimEnd('.')}). Reinstall it: apt-get install --reinstall {Package}.", error);
        }
    }
}
