using System.Security.Cryptography;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Acquisition;

/// <summary>The digest a file must have, in lower-case hexadecimal.</summary>
internal sealed record PinnedDigest(HashAlgorithmName Algorithm, string Hex)
{
    private const string IntegrityPrefix = "sha512-";
    private const int BufferSize = 1024 * 1024;

    /// <summary>From npm's form, <c>sha512-BASE64</c>.</summary>
    /// <exception cref="FormatException">Another form, another algorithm, or not 64 bytes.</exception>
    public static PinnedDigest FromIntegrity(string integrity)
    {
        var bytes = integrity.StartsWith(IntegrityPrefix, StringComparison.Ordinal)
            ? Convert.FromBase64String(integrity[IntegrityPrefix.Length..])
            : [];
        return bytes.Length == SHA512.HashSizeInBytes
            ? new PinnedDigest(HashAlgorithmName.SHA512, Convert.ToHexStringLower(bytes))
            : throw new FormatException("not a sha512 integrity");
    }

    public static PinnedDigest ComputeSha256(Stream content) => new(HashAlgorithmName.SHA256, ComputeHex(content, HashAlgorithmName.SHA256));

    public static PinnedDigest ComputeSha256(string file)
    {
        using var content = Open(file);
        return ComputeSha256(content);
    }

    /// <exception cref="ToolFailedException">The file has another digest: an attack or a damaged copy.</exception>
    public void Verify(string file, string what, string advice)
    {
        using var content = Open(file);
        var found = ComputeHex(content, Algorithm);
        if (found != Hex)
        {
            throw new ToolFailedException(
                $"{what} does not match its pinned digest and was not run.\n  pinned {Algorithm.Name} {Hex}\n  found  {Algorithm.Name} "
                + $"{found}\n{advice}");
        }
    }

    private static FileStream Open(string file) =>
        new(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);

    private static string ComputeHex(Stream content, HashAlgorithmName algorithm)
    {
        using var hash = IncrementalHash.CreateHash(algorithm);
        var buffer = new byte[BufferSize];
        int read;
        while ((read = content.Read(buffer)) > 0)
            hash.AppendData(buffer, 0, read);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
