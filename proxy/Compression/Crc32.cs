namespace ClaudeCodeProxy.Compression;

/// <summary>The checksum of gzip (RFC 1952, 8).</summary>
internal static class Crc32
{
    private static readonly uint[] Table = CreateTable();

    /// <param name="sum">Of what came before; 0 at the beginning.</param>
    public static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
        sum = ~sum;
        foreach (var value in bytes)
            sum = Table[(byte)sum ^ value] ^ (sum >> 8);
        return ~sum;
    }

    private static uint[] CreateTable()
    {
        var table = new uint[256];
        for (var i = 0U; i < table.Length; i++)
        {
            var entry = i;
            for (var bit = 0; bit < 8; bit++)
                entry = (entry & 1) == 1 ? 0xEDB88320 ^ (entry >> 1) : entry >> 1;
            table[i] = entry;
        }

        return table;
    }
}
