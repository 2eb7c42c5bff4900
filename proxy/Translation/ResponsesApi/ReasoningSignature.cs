using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Translation.Content;

namespace ClaudeCodeProxy.Translation.ResponsesApi;

/// <summary>
/// How a reasoning item travels in the signature of a thinking block: a prefix, the upstream's model, the item's id and its encrypted content. Only
/// the model that produced it gets it back, since others refuse it.
/// </summary>
internal static class ReasoningSignature
{
    /// <param name="id">Escaped, as the content is, and as the result; empty when it has none.</param>
    public static byte[] Write(string model, ReadOnlySpan<byte> id, ReadOnlySpan<byte> encryptedContent) =>
        [.. Start(model), .. id, (byte)':', .. encryptedContent];

    /// <summary>False for any other signature.</summary>
    public static bool TryRead(JsonText signature, ReadOnlySpan<byte> source, string model, out ReasoningItem item)
    {
        item = default;
        var start = Start(model);
        if (!signature.StartsWith(source, start))
            return false;
        var rest = signature.Skip(start.Length);
        var idLength = rest.In(source).IndexOf((byte)':');
        if (idLength < 0)
            return false;
        item = new ReasoningItem(new JsonText(rest.Start, idLength), rest.Skip(idLength + 1));
        return true;
    }

    private static byte[] Start(string model) => ProxySignature.Start($"reasoning:{model}");
}

/// <summary>What the provider must be given back of its reasoning.</summary>
internal readonly record struct ReasoningItem(JsonText Id, JsonText EncryptedContent);
