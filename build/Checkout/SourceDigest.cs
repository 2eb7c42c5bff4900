using System.Security.Cryptography;
using System.Text;

namespace ContainerSecurity.Checkout;

/// <summary>One digest over names and contents of files, so that "nothing changed" is a fact and not a guess from times.</summary>
internal static class SourceDigest
{
    /// <summary>Lower-case SHA-256 over the files (order does not matter) and a text for what is not a file, such as tool versions.</summary>
    public static string Compute(string root, IEnumerable<string> files, string also)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(root, file)}\n"));
            using var content = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(content));
        }

        hash.AppendData(Encoding.UTF8.GetBytes(also));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
