using System.Text;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Translation.Tools;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>The ids that the client sees on the tool calls of one response; <see cref="ToolCallId"/> is the way back.</summary>
internal sealed class ToolUseIds(ResponseContext context)
{
    /// <summary>The ids that the upstream will see again.</summary>
    private readonly List<byte[]> _given = [];

    /// <summary>Gives the signature on thinking that has no block of its own; the next call carries it.</summary>
    public Func<byte[]?>? Sign { get; set; }

    /// <summary>The next call's id.</summary>
    /// <param name="upstreamId">Escaped; empty when the upstream gave none.</param>
    /// <param name="signature">The thought signature beside the call, escaped; empty when there is none.</param>
    public byte[] Next(ReadOnlySpan<byte> upstreamId, ReadOnlySpan<byte> signature)
    {
        var number = _given.Count;
        var id = upstreamId.IsEmpty ? Made(number) : Plain(upstreamId).ToArray();
        while (IsGiven(id))
            id = [.. id, .. Encoding.ASCII.GetBytes($"_{number}")];
        _given.Add(id);
        if (signature.IsEmpty)
            signature = Sign?.Invoke();
        return ToolCallId.ForClient(id, Plain(signature), upstreamId.IsEmpty ? "" : ToolCallMark.Create(context.MessageId, number));
    }

    private byte[] Made(int number) => Encoding.UTF8.GetBytes($"{context.MessageId.Replace("msg_", "", StringComparison.Ordinal)}_{number}");

    private bool IsGiven(ReadOnlySpan<byte> id)
    {
        foreach (var given in _given)
        {
            if (id.SequenceEqual(given))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> escaped)
    {
        if (!escaped.Contains((byte)'\\'))
            return escaped;
        var plain = new byte[escaped.Length];
        return plain.AsSpan(0, JsonEscapes.Unescape(escaped, plain));
    }
}
