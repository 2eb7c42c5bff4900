using System.Collections.Immutable;
using System.Text;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Secrets;

/// <summary>Private keys: PEM (RFC 7468), PuTTY, age, WireGuard, JSON Web Keys (RFC 7517).</summary>
internal static class KeyRules
{
    private const string PemStart = "-----BEGIN ";

    private const string LineEnd = @"(?:\s|\\+[rn])";

    private const string Headers = $@"{LineEnd}*(?:[A-Za-z-]{{1,40}}: [^\r\n\\]{{0,200}}{LineEnd}+){{0,8}}";

    /// <summary>
    /// Every TLS library contains the header alone; a key is the header followed by lines of base64, with real or escaped line ends.
    /// </summary>
    private const string Body =
        $@"(?:[A-Za-z0-9+/=]{{16,}}{LineEnd}*){{2,}}[A-Za-z0-9+/=]{{0,16}}{LineEnd}*(?:-----END [A-Z0-9 ]{{0,40}}-----)?";

    /// <summary>Every PKCS#8 and OpenSSL key that has a passphrase, and OpenSSH's with another cipher than <c>none</c>.</summary>
    private const string Encrypted =
        $@"(?:ENCRYPTED PRIVATE KEY-----{Headers}|[A-Z ]{{0,30}}PRIVATE KEY-----{LineEnd}*Proc-Type: 4,ENCRYPTED{Headers}"
        + $"|OPENSSH PRIVATE KEY-----{LineEnd}*(?=b3BlbnNzaC1rZXktdjEAAAAA(?!BG5vbmU)))";

    private const string Encoded = @"[A-Za-z0-9+/]{60,}(?:(?:\r?\n|\\n)[ \t]*[A-Za-z0-9+/]{20,})*={0,2}";

    public static ImmutableArray<SecretRule> All { get; } =
    [
        new("encrypted-private-key", "Private key with a passphrase", PemStart, Encrypted + Body)
        {
            Severity = Severity.Medium, IsLong = true, Start = SecretStart.Anything,
        },
        new("private-key", "Asymmetric Private Key", PemStart, $"[A-Z0-9 ]{{0,30}}PRIVATE KEY(?: BLOCK)?-----{Headers}{Body}")
        {
            IsLong = true, Start = SecretStart.Anything,
        },
        new("private-key", "Asymmetric Private Key in base64", "LS0tLS1CRUdJTi", Encoded)
        {
            IsLong = true, Check = text => IsPrivatePem(text),
        },
        new("encrypted-private-key", "PuTTY private key with a passphrase", "PuTTY-User-Key-File-", Putty("(?!none)[a-z0-9-]+"))
        {
            Severity = Severity.Medium, IsLong = true,
        },
        new("putty-private-key", "PuTTY private key", "PuTTY-User-Key-File-", Putty("none")) { IsLong = true },
        new("age-secret-key", "Age secret key", "AGE-SECRET-KEY-1", "[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}"),
        new("wireguard-private-key", "WireGuard private key", "PrivateKey|PresharedKey", "[A-Za-z0-9+/]{43}=")
        {
            Lead = @"[ \t]*=[ \t]*[""']?", IsExact = true, Start = SecretStart.NamePart,
        },
        new("json-web-key", "Private JSON Web Key", "\"d\"", "[A-Za-z0-9_-]{40,700}(?=\")")
        {
            Lead = @"(?:(?<=""kty""[^{}]{0,1500})|(?=[^{}]{0,3000}""kty""))\s*:\s*""", IsExact = true, Start = SecretStart.Anything,
        },
    ];

    private static string Putty(string encryption) =>
        $@"[123]: [^\r\n]{{1,60}}\r?\nEncryption: {encryption}\r?\n(?:[^\r\n]*\r?\n){{1,40}}?Private-Lines: [0-9]+\r?\n(?:[A-Za-z0-9+/=]{{8,}}\s*)+";

    private static bool IsPrivatePem(string text)
    {
        var digits = string.Concat(text.Replace("\\n", "", StringComparison.Ordinal).Where(letter => !char.IsWhiteSpace(letter))).TrimEnd('=');
        var decoded = Encoding.Latin1.GetString(Convert.FromBase64String(digits[..(digits.Length / 4 * 4)]));
        return decoded.Contains("PRIVATE KEY", StringComparison.Ordinal) && !Placeholder.IsToken(decoded, isLong: true);
    }
}
