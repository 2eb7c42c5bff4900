using System.Security.Cryptography;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Releasing.Signing;

/// <summary>The private key that signs a release: ECDSA on P-256 with SHA-256, in a PEM file.</summary>
internal sealed class SigningKey : IDisposable
{
    /// <summary>Of a key that is encrypted.</summary>
    public const string PasswordVariable = "SIGNING_KEY_PASSWORD";

    private readonly ECDsa _key;
    private readonly VerificationKey _public;

    private SigningKey(ECDsa key) => (_key, _public) = (key, VerificationKey.Of(key));

    public string Id => _public.Id;

    /// <param name="password">Null when none is set.</param>
    /// <exception cref="InputException">Missing, not such a key, or encrypted with another password.</exception>
    public static SigningKey Read(string path, string? password)
    {
        var key = ECDsa.Create();
        try
        {
            var pem = BoundedFile.ReadText(path, path);
            if (!pem.Contains("ENCRYPTED PRIVATE KEY", StringComparison.Ordinal))
                key.ImportFromPem(pem);
            else if (string.IsNullOrEmpty(password))
                throw new InputException($"{path} is encrypted. Give its password in {PasswordVariable}.");
            else
                key.ImportFromEncryptedPem(pem, password);
            VerificationKey.RequireP256(path, key);
            _ = key.ExportParameters(includePrivateParameters: true);
            return new SigningKey(key);
        }
        catch (Exception refused) when (refused is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"{path} is no private key of ECDSA on P-256 in PEM ({refused.Message.TrimEnd('.')}). Make one: "
                + "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out release.key",
                refused);
        }
    }

    /// <returns>The signature in DER, as openssl reads it; always the same for the same content.</returns>
    public byte[] Sign(byte[] content)
    {
        var signature = DeterministicEcdsa.Sign(_key.ExportParameters(includePrivateParameters: true), SHA256.HashData(content));
        return _public.Verifies(content, signature)
            ? signature
            : throw new CryptographicException("A signature that was just made does not verify; nothing was released.");
    }

    public void Dispose() => _key.Dispose();
}
