using System.Text;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Images.Staging;

/// <summary>The certificate authorities of Debian's package, in one file. Those that this machine trusts besides have no business in an image.</summary>
internal static class CertificateBundle
{
    public const string Package = "ca-certificates";
    public const string Target = "etc/ssl/certs/ca-certificates.crt";

    private const string Begin = "-----BEGIN CERTIFICATE-----";

    /// <param name="files">All files of the package.</param>
    /// <exception cref="InputException">The package holds no certificates, or is not installed.</exception>
    public static string Read(IEnumerable<string> files)
    {
        var bundle = new StringBuilder();
        foreach (var file in files.Where(file => file.EndsWith(".crt", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            bundle.Append(File.ReadAllText(file).TrimEnd()).Append('\n');

        var text = bundle.ToString();
        return text.StartsWith(Begin, StringComparison.Ordinal)
            ? text
            : throw new InputException($"The Debian package {Package} is missing, or holds no certificates. Install it: apt-get install {Package}.");
    }
}
