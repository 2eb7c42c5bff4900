using System.Security.Cryptography;
using System.Text;
using Build.Tests.Images;
using ContainerSecurity.Findings;
using ContainerSecurity.Releasing.Signing;

namespace Build.Tests.Releasing.Signing;

/// <summary>Keys are what they must be, and signatures those of the standards.</summary>
public sealed class SigningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>RFC 6979, A.2.5, with SHA-256.</summary>
    [Theory]
    [InlineData(
        "sample",
        "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716",
        "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8")]
    [InlineData(
        "test",
        "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367",
        "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083")]
    public void Signatures_are_those_of_RFC_6979(string content, string r, string s)
    {
        var key = new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Convert.FromHexString("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721"),
        };

        var signature = DeterministicEcdsa.Sign(key, SHA256.HashData(Encoding.UTF8.GetBytes(content)));

        Assert.Equal(Der(r, s), Convert.ToHexString(signature));
    }

    [Fact]
    public void Every_signature_verifies_and_the_same_content_has_the_same()
    {
        using var key = new ReleaseKey();
        foreach (var content in Enumerable.Range(0, 50).Select(number => Encoding.UTF8.GetBytes($"content {number}")))
        {
            var signature = key.Signing.Sign(content);

            Assert.Equal(signature, key.Signing.Sign(content));
            Assert.True(key.Public.Verifies(content, signature));
            Assert.False(key.Public.Verifies([.. content, 0], signature));
        }
    }

    [Fact]
    public void A_key_is_read_in_both_forms_that_openssl_writes_and_encrypted_with_its_password()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var protection = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        var plain = _folder.Write("plain", key.ExportPkcs8PrivateKeyPem());
        var older = _folder.Write("older", key.ExportECPrivateKeyPem());
        var closed = _folder.Write("closed", key.ExportEncryptedPkcs8PrivateKeyPem("secret", protection));

        var id = SigningKey.Read(plain, null).Id;

        Assert.Equal(id, SigningKey.Read(older, null).Id);
        Assert.Equal(id, SigningKey.Read(closed, "secret").Id);
        Assert.Equal(id, VerificationKey.Read(_folder.Write("public", key.ExportSubjectPublicKeyInfoPem())).Id);
        Assert.Contains("SIGNING_KEY_PASSWORD", Refusal(() => SigningKey.Read(closed, null)), StringComparison.Ordinal);
        Assert.Contains(closed, Refusal(() => SigningKey.Read(closed, "wrong")), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_keys_are_refused_with_their_file()
    {
        using var rsa = RSA.Create(2048);
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var key = new ReleaseKey();
        string[] refused =
        [
            _folder.Write("rsa", rsa.ExportPkcs8PrivateKeyPem()),
            _folder.Write("p384", larger.ExportPkcs8PrivateKeyPem()),
            _folder.Write("empty", ""),
            _folder.Write("text", PemEncoding.WriteString("PRIVATE KEY", "hello"u8)),
            key.PublicFile,
        ];

        Assert.All(refused, file => Assert.Contains(file, Refusal(() => SigningKey.Read(file, null)), StringComparison.Ordinal));
        Assert.Contains("P-256", Refusal(() => SigningKey.Read(refused[1], null)), StringComparison.Ordinal);
        Assert.Contains("is a private key", Refusal(() => VerificationKey.Read(key.PrivateFile)), StringComparison.Ordinal);
        var other = _folder.Write("p384.pub", larger.ExportSubjectPublicKeyInfoPem());
        Assert.Contains("P-256", Refusal(() => VerificationKey.Read(other)), StringComparison.Ordinal);
    }

    private static string Refusal(Action act) => Assert.Throws<InputException>(act).Message;

    private static string Der(string r, string s)
    {
        var body = Integer(r) + Integer(s);
        return $"30{body.Length / 2:X2}{body}";
    }

    private static string Integer(string digits)
    {
        var positive = digits[0] >= '8' ? "00" + digits : digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
        return $"02{positive.Length / 2:X2}{positive}";
    }
}
