using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace ContainerSecurity.Images.Oci;

/// <summary>SHA-256 digests in their written form, <c>sha256:…</c> (image-spec descriptor.md).</summary>
internal static partial class Digest
{
    public static string Compute(ReadOnlySpan<byte> content) => Format(SHA256.HashData(content));

    public static string Compute(Stream content) => Format(SHA256.HashData(content));

    public static string Format(byte[] hash) => "sha256:" + Convert.ToHexStringLower(hash);

    /// <summary>The digits after <c>sha256:</c>; null for any other text, so that a digest can never become a path.</summary>
    public static string? ParseHex(string? digest) => digest is not null && Form().IsMatch(digest) ? digest["sha256:".Length..] : null;

    [GeneratedRegex("\\Asha256:[0-9a-f]{64}\\z")]
    private static partial Regex Form();
}
