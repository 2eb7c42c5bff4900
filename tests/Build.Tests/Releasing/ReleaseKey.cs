using System.Security.Cryptography;
using Build.Tests.Images;
using ContainerSecurity.Releasing.Signing;

namespace Build.Tests.Releasing;

/// <summary>A key pair in files, as a user has it.</summary>
internal sealed class ReleaseKey : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ReleaseKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _folder.Write("release.key", key.ExportPkcs8PrivateKeyPem());
        _folder.Write("release.pub", key.ExportSubjectPublicKeyInfoPem());
        Signing = SigningKey.Read(_folder["release.key"], password: null);
    }

    public string PrivateFile => _folder["release.key"];

    public string PublicFile => _folder["release.pub"];

    public SigningKey Signing { get; }

    public VerificationKey Public => VerificationKey.Read(PublicFile);

    public void Dispose()
    {
        Signing.Dispose();
        _folder.Dispose();
    }
}
