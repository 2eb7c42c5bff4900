using System.Buffers;
using System.Security.Cryptography;

namespace ClaudeCodeProxy.Translation.Tools;

/// <summary>Ids of tool calls as Mistral's chat template takes them: nine letters or digits (its error 3280).</summary>
internal static class ShortCallId
{
    private const int Length = 9;

    private static readonly SearchValues<byte> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"u8);

    private static ReadOnlySpan<byte> Letters => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"u8;

    /// <summary>Mistral's own ids stay; any other becomes always the same one, and different ones different ones.</summary>
    public static byte[] Create(ReadOnlySpan<byte> id)
    {
        if (id.Length == Length && !id.ContainsAnyExcept(Allowed))
            return id.ToArray();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(id, hash);
        var shortened = new byte[Length];
        for (var place = 0; place < Length; place++)
            shortened[place] = Letters[hash[place] % Letters.Length];
        return shortened;
    }
}
