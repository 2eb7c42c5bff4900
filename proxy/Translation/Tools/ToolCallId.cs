using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Tools;

/// <summary>
/// Ids of tool calls: Anthropic's begin with <c>toolu_</c> and are unique, so that is put before an upstream's id on its way to the client, and a
/// <see cref="ToolCallMark"/> behind it. Both are taken off again on its way back: some upstreams (Kimi) want to see their own ids. An id with
/// characters that Anthropic's ids do not have, or one that a thought signature (Gemini) must come back with, is packed: <c>toolu_enc</c>, the length
/// of the encoded id, <c>_</c>, the id and the signature in base64url.
/// </summary>
internal static class ToolCallId
{
    private static readonly SearchValues<byte> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"u8);

    private static ReadOnlySpan<byte> Prefix => "toolu_"u8;

    private static ReadOnlySpan<byte> Packed => "enc"u8;

    /// <param name="id">The upstream's, plain, not empty.</param>
    /// <param name="signature">Plain; empty when there is none.</param>
    /// <param name="mark">Empty for an id that is unique anyway.</param>
    public static byte[] ForClient(ReadOnlySpan<byte> id, ReadOnlySpan<byte> signature, string mark)
    {
        if (signature.IsEmpty && !id.StartsWith(Packed) && !id.ContainsAnyExcept(Allowed))
            return [.. Prefix, .. id, .. Encoding.ASCII.GetBytes(mark)];
        var text = Base64Url.EncodeToString(id);
        return Encoding.ASCII.GetBytes($"toolu_enc{text.Length}_{text}{Base64Url.EncodeToString(signature)}{mark}");
    }

    /// <summary>Writes the upstream's id in quotes.</summary>
    /// <param name="isShort">In the form of <see cref="ShortCallId"/>.</param>
    public static void Write(ref JsonWriter json, JsonText id, bool isShort = false)
    {
        json.Raw("\""u8);
        WriteInside(ref json, id, isShort);
        json.Raw("\""u8);
    }

    /// <summary>Writes the id in quotes as the client has it, for an API that looks a call up in the whole conversation.</summary>
    public static void WriteUnique(ref JsonWriter json, JsonText id)
    {
        json.Raw("\""u8);
        json.Raw(WithoutPrefix(id.In(json.Source)));
        json.Raw("\""u8);
    }

    /// <summary>Writes the upstream's id, to stand between quotes.</summary>
    public static void WriteInside(ref JsonWriter json, JsonText id, bool isShort = false)
    {
        var text = ToolCallMark.TakeOff(id.In(json.Source));
        if (TryUnpack(text, out var original, out _))
            json.Escape(isShort ? ShortCallId.Create(original) : original);
        else if (isShort)
            json.Raw(ShortCallId.Create(WithoutPrefix(text)));
        else
            json.Raw(WithoutPrefix(text));
    }

    /// <summary>The thought signature that came with the call, plain; empty when none did.</summary>
    public static ReadOnlySpan<byte> Signature(ReadOnlySpan<byte> clientId) =>
        TryUnpack(ToolCallMark.TakeOff(clientId), out _, out var signature) ? signature : default;

    private static ReadOnlySpan<byte> WithoutPrefix(ReadOnlySpan<byte> id) =>
        id.Length > Prefix.Length && id.StartsWith(Prefix) ? id[Prefix.Length..] : id;

    private static bool TryUnpack(ReadOnlySpan<byte> text, out byte[] id, out byte[] signature)
    {
        (id, signature) = ([], []);
        if (!text.StartsWith(Prefix) || !text[Prefix.Length..].StartsWith(Packed))
            return false;
        var packed = text[(Prefix.Length + Packed.Length)..];
        var end = packed.IndexOf((byte)'_');
        if (end < 0 || !int.TryParse(packed[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            return false;
        packed = packed[(end + 1)..];
        return length <= packed.Length && TryDecode(packed[..length], out id) && TryDecode(packed[length..], out signature);
    }

    private static bool TryDecode(ReadOnlySpan<byte> text, out byte[] plain)
    {
        plain = [];
        if (!Base64Url.IsValid(text))
            return false;
        plain = Base64Url.DecodeFromUtf8(text);
        return Utf8.IsValid(plain);
    }
}
