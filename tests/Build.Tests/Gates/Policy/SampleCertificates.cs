using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Build.Tests.Gates.Policy;

/// <summary>Makes certificates with a chosen validity.</summary>
internal static class SampleCertificates
{
    /// <returns>PEM, with a comment before it as Debian's bundles have.</returns>
    public static string Create(string name, int firstYear, int lastYear)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(StartOf(firstYear), StartOf(lastYear));
        return $"# {name}\n{certificate.ExportCertificatePem()}\n";
    }

    private static DateTimeOffset StartOf(int year) => new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
