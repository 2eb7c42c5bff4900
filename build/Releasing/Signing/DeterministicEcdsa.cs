using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;

namespace ContainerSecurity.Releasing.Signing;

/// <summary>
/// ECDSA on P-256 with SHA-256 whose signatures follow from key and content (RFC 6979), so that a release that is made twice is the same twice. .NET
/// draws a number for each signature instead. The point is computed by the system's library; what is done here besides is blinded.
/// </summary>
internal static class DeterministicEcdsa
{
    private const int Length = 32;

    /// <summary>How many points there are (SEC 2, 2.4.2).</summary>
    private static readonly BigInteger Order = Number(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"));

    /// <param name="hash">SHA-256 of the content.</param>
    /// <returns>The signature in DER.</returns>
    public static byte[] Sign(ECParameters key, byte[] hash)
    {
        var nonces = new NonceSequence(key.D!, Bytes(Number(hash) % Order));
        while (true)
        {
            var nonce = nonces.Next();
            var k = Number(nonce);
            if (k.IsZero || k >= Order)
                continue;
            var r = Number(AbscissaOf(nonce)) % Order;
            var s = Solve(k, r, Number(key.D!), Number(hash));
            CryptographicOperations.ZeroMemory(nonce);
            if (!r.IsZero && !s.IsZero)
                return Encode(r, s);
        }
    }

    /// <summary>(hash + r·d) / k, with all factors multiplied by a number that nobody knows, so that no time tells of them.</summary>
    private static BigInteger Solve(BigInteger k, BigInteger r, BigInteger d, BigInteger hash)
    {
        var blind = Number(RandomNumberGenerator.GetBytes(Length)) % (Order - 1) + 1;
        var numerator = (blind * hash + r * (blind * d % Order)) % Order;
        return numerator * BigInteger.ModPow(blind * k % Order, Order - 2, Order) % Order;
    }

    /// <summary>Of the nonce times the base point: what a library makes the public key of.</summary>
    private static byte[] AbscissaOf(byte[] nonce)
    {
        using var point = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = nonce });
        return point.ExportParameters(includePrivateParameters: false).Q.X!;
    }

    private static byte[] Encode(BigInteger r, BigInteger s)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(r);
            writer.WriteInteger(s);
        }

        return writer.Encode();
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static byte[] Bytes(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[Length - bytes.Length], .. bytes];
    }

    /// <summary>The numbers that follow from a key and a hash, by HMAC (RFC 6979, 3.2).</summary>
    private sealed class NonceSequence
    {
        private byte[] _key = new byte[Length];
        private byte[] _value = [.. Enumerable.Repeat((byte)1, Length)];
        private bool _isUsed;

        public NonceSequence(byte[] key, byte[] hash)
        {
            Mix([0, .. key, .. hash]);
            Mix([1, .. key, .. hash]);
        }

        public byte[] Next()
        {
            if (_isUsed)
                Mix([0]);
            _isUsed = true;
            return [.. _value = HMACSHA256.HashData(_key, _value)];
        }

        private void Mix(byte[] added)
        {
            byte[] message = [.. _value, .. added];
            _key = HMACSHA256.HashData(_key, message);
            _value = HMACSHA256.HashData(_key, _value);
        }
    }
}
