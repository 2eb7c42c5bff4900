using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.OpenAI;
using ClaudeCodeProxy.Translation.Content;

namespace ClaudeCodeProxy.Translation.Chat;

/// <summary>
/// OpenRouter's <c>reasoning_details</c>, which it wants back as it sent them: some are sealed or signed. They travel in the signature of a thinking
/// block, or in a call's id where the client wants no thinking: <c>claude-code-proxy:details:MODEL:</c> and the array in base64url. Only the same
/// model gets them back.
/// </summary>
internal sealed class ReasoningDetails(string model)
{
    /// <summary>More is not carried: it would come with every later request.</summary>
    private const int MaxBytes = 1 << 20;

    private readonly List<MergedDetail> _details = [];
    private int _bytes;

    public void Take(ReadOnlySpan<byte> source, JsonValue array, bool isWhole)
    {
        foreach (var piece in new JsonElements<ReasoningDetail>(source, array))
        {
            var detail = isWhole ? null : Find(source, piece);
            _bytes += detail is null ? piece.Whole.Length : piece.Text.Length;
            if (_bytes > MaxBytes)
                return;
            if (detail is null)
                _details.Add(detail = new MergedDetail());
            detail.Take(source, piece);
        }
    }

    /// <summary>The signature that carries what has come since the last one; null when there is none, or too much.</summary>
    public byte[]? Sign()
    {
        if (_details.Count == 0 || _bytes > MaxBytes)
            return null;
        using var array = new PooledBuffer();
        var json = new JsonWriter(array, default);
        json.Raw("["u8);
        foreach (var detail in _details)
            detail.Write(ref json);
        json.Raw("]"u8);
        json.Commit();
        _details.Clear();
        return ProxySignature.Write(Start(model), array.WrittenSpan);
    }

    /// <summary>The same, where some are sealed or signed, so that the model may refuse to go on without them; else null.</summary>
    public byte[]? SignSealed() => _details.Exists(static detail => detail.IsSealed) ? Sign() : null;

    /// <summary>How the signatures of a model's details begin.</summary>
    public static byte[] Start(string model) => ProxySignature.Start($"details:{model}");

    /// <summary>The details that a signature carries, with commas between them; empty for any other signature.</summary>
    public static ReadOnlySpan<byte> Read(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> start) =>
        ProxySignature.Read(signature, start) is { } array && IsArray(array) ? array.AsSpan(1, array.Length - 2) : default;

    /// <summary>It may have been anything that the client sent.</summary>
    private static bool IsArray(ReadOnlySpan<byte> text)
    {
        if (text is not [(byte)'[', .., (byte)']'])
            return false;
        try
        {
            var cursor = new JsonCursor(text);
            cursor.Skip();
            cursor.ExpectEnd();
            return true;
        }
        catch (JsonFormatException)
        {
            return false;
        }
    }

    private MergedDetail? Find(ReadOnlySpan<byte> source, in ReasoningDetail piece)
    {
        for (var index = _details.Count - 1; index >= 0; index--)
        {
            if (_details[index].Continues(source, piece))
                return _details[index];
        }

        return null;
    }
}
