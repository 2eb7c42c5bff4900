using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Content;

/// <summary>
/// Thinking that a client does not want to see, in the signature of its empty block: <c>claude-code-proxy:thinking:</c> and the words in base64url. A
/// model that must be shown its thinking again gets the same words in each later request.
/// </summary>
internal static class HiddenThinking
{
    private static readonly byte[] Start = ProxySignature.Start("thinking");

    /// <param name="escaped">The words.</param>
    public static byte[] Sign(ReadOnlySpan<byte> escaped)
    {
        using var words = new PooledBuffer(escaped.Length);
        words.Advance(JsonEscapes.Unescape(escaped, words.GetSpan(escaped.Length)));
        return ProxySignature.Write(Start, words.WrittenSpan);
    }

    public static bool IsIn(JsonText signature, ReadOnlySpan<byte> source) => signature.StartsWith(source, Start);

    /// <summary>Writes the words, to stand between quotes; nothing for any other signature. False when there are none.</summary>
    public static bool Write(ref JsonWriter json, JsonText signature)
    {
        var words = ProxySignature.Read(signature.In(json.Source), Start);
        json.Escape(words);
        return words is { Length: > 0 };
    }
}
