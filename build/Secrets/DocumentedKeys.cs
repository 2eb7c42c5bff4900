using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace ContainerSecurity.Secrets;

/// <summary>
/// Keys that vendors print in their documentation or build into their emulators, by the begin of their SHA-256, so that no scanner takes this file
/// for a leak: Stripe's test key, the keys of Azure's storage and Cosmos emulators, the signatures of jwt.io's tokens.
/// </summary>
internal static class DocumentedKeys
{
    private static readonly FrozenSet<string> Hashes = FrozenSet.ToFrozenSet(
    [
        "153a182586451358", "0011cc25eb432071", "3b44f08817e7b377", "051d093c4bdedbf2", "08831f80b56414a9", "0998bb2db31482a8", "63519ee014bf05f6",
    ]);

    public static bool Contains(ReadOnlySpan<char> value)
    {
        var part = value[(value.LastIndexOf('.') + 1)..];
        return part.Length is >= 20 and <= 100
            && Hashes.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(part.ToArray())).AsSpan(0, 8)));
    }
}
