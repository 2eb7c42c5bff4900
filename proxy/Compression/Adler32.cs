namespace ClaudeCodeProxy.Compression;

/// <summary>The checksum of zlib (RFC 1950, 8.2).</summary>
internal static class Adler32
{
    private const uint Modulus = 65521;

    /// <param name="sum">Of what came before; 1 at the beginning.</param>
    public static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
        var (low, high) = (sum & 0xFFFF, sum >> 16);
        foreach (var value in bytes)
        {
            low = (low + value) % Modulus;
            high = (high + low) % Modulus;
        }

        return (high << 16) | low;
    }
}
