using System.Security.Cryptography;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Releasing.Signing;

/// <summary>The public key that a release is held against: ECDSA on P-256 with SHA-256.</summary>
internal sealed class VerificationKey
{
    private const string P256 = "1.2.840.10045.3.1.7";

    private readonly byte[] _info;

    private VerificationKey(byte[] info) => _info = info;

    /// <summary>SHA-256 of the key in DER (SubjectPublicKeyInfo), hexadecimal.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(_info));

    public static VerificationKey Of(ECDsa key) => new(key.ExportSubjectPublicKeyInfo());

    /// <exception cref="InputException">Missing, or not such a key.</exception>
    public static VerificationKey Read(string path)
    {
        using var key = ECDsa.Create();
        try
        {
            var pem = BoundedFile.ReadText(path, path);
            if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
            {
                throw new InputException(
                    $"{path} is a private key, which nobody but its owner should have. Give the public one: openssl pkey -pubout");
            }

            key.ImportFromPem(pem);
            RequireP256(path, key);
            return Of(key);
        }
        catch (Exception refused) when (refused is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} is no public key of ECDSA on P-256 in PEM ({refused.Message.TrimEnd('.')}).", refused);
        }
    }

    /// <param name="signature">In DER.</param>
    public bool Verifies(byte[] content, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_info, out _);
        return key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <exception cref="InputException">Another curve.</exception>
    internal static void RequireP256(string path, ECDsa key)
    {
        var curve = key.ExportParameters(includePrivateParameters: false).Curve;
        if (!curve.IsNamed || (curve.Oid.Value ?? ECCurve.CreateFromFriendlyName(curve.Oid.FriendlyName!).Oid.Value) != P256)
            throw new InputException($"{path} is a key on the curve {curve.Oid?.FriendlyName ?? "without a name"}; releases are signed on P-256.");
    }
}
