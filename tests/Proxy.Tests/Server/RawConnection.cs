using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Proxy.Tests.Server;

/// <summary>An upstream's end of one connection: reads requests and sends any bytes. Texts stand for bytes one to one (Latin-1).</summary>
internal sealed class RawConnection(Stream stream, Socket socket)
{
    private readonly byte[] _buffer = new byte[16 << 10];
    private int _start;
    private int _end;

    /// <summary>Up to the empty line; null when the proxy has ended the connection.</summary>
    public async Task<string?> ReadHead()
    {
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (_start == _end && !await Fill())
                return null;
            head.Append((char)_buffer[_start++]);
        }

        return head.ToString();
    }

    /// <summary>With its body, which is not kept; null when the proxy has ended the connection.</summary>
    public async Task<string?> ReadRequest()
    {
        if (await ReadHead() is not { } head)
            return null;
        for (var left = int.Parse(head.Split("Content-Length: ")[1].Split('\r')[0], CultureInfo.InvariantCulture); left > 0;)
        {
            if (_start == _end && !await Fill())
                return null;
            var taken = Math.Min(left, _end - _start);
            (_start, left) = (_start + taken, left - taken);
        }

        return head;
    }

    /// <summary>Until the proxy ends the connection.</summary>
    public async Task ReadRest()
    {
        while (await Fill())
            ;
    }

    public Task Say(string bytes) => Say(Encoding.Latin1.GetBytes(bytes));

    public Task Say(byte[] bytes) => stream.WriteAsync(bytes).AsTask();

    /// <summary>The end of what is said, while it still listens.</summary>
    public void EndSaying() => socket.Shutdown(SocketShutdown.Send);

    public void Close() => socket.Close();

    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    private async Task<bool> Fill()
    {
        _start = 0;
        _end = await stream.ReadAsync(_buffer);
        return _end > 0;
    }
}
