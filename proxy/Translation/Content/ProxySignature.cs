using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Content;

/// <summary>
/// The signatures that this proxy puts on other vendors' thinking, in which clients carry back what its provider wants to see again:
/// <c>claude-code-proxy:</c>, the kind of what is carried, and it. Only Anthropic's own may go to Anthropic, which refuses any other.
/// </summary>
internal static class ProxySignature
{
    private static ReadOnlySpan<byte> Prefix => "claude-code-proxy:"u8;

    public static bool IsOurs(ReadOnlySpan<byte> signature) => signature.StartsWith(Prefix);

    /// <summary>The signature of a thinking block, or the data of a redacted one, is not Anthropic's.</summary>
    public static bool IsForeign(JsonText signature, ReadOnlySpan<byte> source) => signature.IsEmpty || IsOurs(signature.In(source));

    /// <summary>How signatures of a kind begin, escaped.</summary>
    public static byte[] Start(string kind)
    {
        using var escaped = new PooledBuffer();
        var json = new JsonWriter(escaped, default);
        json.Raw(Prefix);
        json.Escape(Encoding.UTF8.GetBytes(kind));
        json.Raw(":"u8);
        json.Commit();
        return escaped.WrittenSpan.ToArray();
    }

    /// <summary>A signature that carries a text, in base64url: clients that asked not to see it do not.</summary>
    /// <param name="start">As from <see cref="Start"/>.</param>
    public static byte[] Write(ReadOnlySpan<byte> start, ReadOnlySpan<byte> text)
    {
        var signature = new byte[start.Length + Base64Url.GetEncodedLength(text.Length)];
        start.CopyTo(signature);
        Base64Url.EncodeToUtf8(text, signature.AsSpan(start.Length));
        return signature;
    }

    /// <summary>The text that a signature of the kind carries, valid UTF-8; null for any other signature.</summary>
    public static byte[]? Read(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> start)
    {
        if (!signature.StartsWith(start))
            return null;
        var encoded = signature[start.Length..];
        if (!Base64Url.IsValid(encoded))
            return null;
        var text = Base64Url.DecodeFromUtf8(encoded);
        return Utf8.IsValid(text) ? text : null;
    }
}
