using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>
/// White space that no other words have come before. Models write it around their calls; it reaches the client only as the beginning of a block that
/// goes on with something else, since Anthropic and others refuse a block of nothing but white space when it comes back.
/// </summary>
internal sealed class LeadingSpace : IDisposable
{
    private const int MaxBytes = 4096;

    private readonly PooledBuffer _space = new(64);
    private BlockKind _kind;

    /// <summary>False for a piece that is more than white space.</summary>
    public bool TryAdd(BlockKind kind, ReadOnlySpan<byte> escaped)
    {
        if (!WhiteSpace.IsBlank(escaped))
            return false;
        if (kind != _kind)
            Clear();
        _kind = kind;
        if (_space.Length + escaped.Length <= MaxBytes)
            _space.Append(escaped);
        return true;
    }

    /// <summary>What has come before words of that kind.</summary>
    public ReadOnlySpan<byte> Of(BlockKind kind) => kind == _kind ? _space.WrittenSpan : default;

    public void Clear() => _space.Clear();

    public void Dispose() => _space.Dispose();
}
