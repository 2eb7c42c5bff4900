using System.Buffers;
using Microsoft.AspNetCore.Connections.Features;

namespace ClaudeCodeProxy.Server.Transport;

/// <summary>The shared pool as Kestrel wants it: it asks for blocks of no particular size, and relies on their not being empty.</summary>
internal sealed class BlockPool : MemoryPool<byte>, IMemoryPoolFeature
{
    private const int BlockBytes = 4096;

    private BlockPool()
    {
    }

    public static BlockPool Instance { get; } = new();

    public override int MaxBufferSize => Shared.MaxBufferSize;

    MemoryPool<byte> IMemoryPoolFeature.MemoryPool => this;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1) => Shared.Rent(Math.Max(minBufferSize, BlockBytes));

    protected override void Dispose(bool disposing)
    {
    }
}
