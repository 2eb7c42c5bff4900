namespace ClaudeCodeProxy.Compression;

/// <summary>
/// Undoes one content coding of HTTP (RFC 9110, 8.4.1) piece by piece, wherever its bytes were split, in memory that does not grow with them.
/// </summary>
internal abstract class ContentDecoder : IDisposable
{
    /// <summary>Nothing has come yet, or all that was coded has been decoded: the bytes may end here.</summary>
    public abstract bool IsComplete { get; }

    /// <summary>
    /// Takes what it needs off the source and writes what fits. Only when it has taken all and needs more does it write nothing.
    /// Throws <see cref="InvalidDataException"/>. What follows the end is ignored.
    /// </summary>
    /// <returns>How much was written.</returns>
    public abstract int Decode(ref ReadOnlySpan<byte> source, Span<byte> destination);

    public virtual void Dispose()
    {
    }
}
