using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ClaudeCodeProxy.Upstream.Http;

/// <summary>Has a SOCKS5 proxy connect to a server, whose name the proxy resolves (RFC 1928), with name and password (RFC 1929).</summary>
internal static class Socks5
{
    private const byte Version = 5;
    private const byte NoCredentials = 0;
    private const byte NameAndPassword = 2;
    private const byte Connect = 1;
    private const byte ByIPv4 = 1;
    private const byte ByName = 3;
    private const byte ByIPv6 = 4;

    public static async Task ConnectAsync(Stream stream, Destination destination, CancellationToken cancellationToken)
    {
        var credentials = Destination.Credentials(destination.ForwardProxy!);
        var method = credentials[0].Length > 0 ? NameAndPassword : NoCredentials;
        await stream.WriteAsync(new byte[] { Version, 1, method }, cancellationToken);
        var chosen = await ReadAsync(2);
        Check(chosen[0] == Version && chosen[1] == method);
        if (method == NameAndPassword)
        {
            await stream.WriteAsync((byte[])[1, .. Sized(credentials[0]), .. Sized(credentials[1])], cancellationToken);
            Check((await ReadAsync(2))[1] == 0);
        }

        await stream.WriteAsync(Request(destination.Server), cancellationToken);
        var reply = await ReadAsync(4);
        Check(reply[0] == Version && reply[1] == 0);
        // The address that it connected from, and a port.
        await ReadAsync((reply[3] switch { ByIPv4 => 4, ByIPv6 => 16, _ => (await ReadAsync(1))[0] }) + 2);

        async Task<byte[]> ReadAsync(int count)
        {
            var bytes = new byte[count];
            await stream.ReadExactlyAsync(bytes, cancellationToken);
            return bytes;
        }
    }

    private static byte[] Request(Uri server)
    {
        var port = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(port, (ushort)server.Port);
        return [Version, Connect, 0, .. AddressOf(server), .. port];
    }

    private static byte[] AddressOf(Uri server)
    {
        if (!IPAddress.TryParse(server.IdnHost, out var address))
            return [ByName, .. Sized(server.IdnHost)];
        return [address.AddressFamily == AddressFamily.InterNetwork ? ByIPv4 : ByIPv6, .. address.GetAddressBytes()];
    }

    private static byte[] Sized(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Check(bytes.Length <= byte.MaxValue);
        return [(byte)bytes.Length, .. bytes];
    }

    private static void Check(bool isRight)
    {
        if (!isRight)
            throw new NoResponseException("the forward proxy refused the connection");
    }
}
