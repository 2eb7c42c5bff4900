using System.Collections.Concurrent;
using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Build.Tests.Bootstrap;

/// <summary>A server on loopback that answers every request with the bytes that the test chose, whole or cut off.</summary>
internal sealed class SdkFeed : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _head;
    private readonly byte[] _body;

    /// <param name="body">What is sent.</param>
    /// <param name="announced">The length that is announced; null for none, and the end of the connection is the end of the file.</param>
    /// <param name="status">Status line.</param>
    public SdkFeed(byte[] body, int? announced, string status = "200 OK")
    {
        _body = body;
        _head = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status}\r\nConnection: close\r\n{(announced is { } length ? $"Content-Length: {length}\r\n" : "")}\r\n");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/Sdk";

    /// <summary>First line of each request.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>A tar.gz with this script as its dotnet.</summary>
    public static byte[] Archive(string dotnet)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "./dotnet")
            {
                Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                DataStream = new MemoryStream(Encoding.UTF8.GetBytes(dotnet)),
            });
        }

        return bytes.ToArray();
    }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The listener was disposed.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        try
        {
            using var reader = new StreamReader(stream, leaveOpen: true);
            Requests.Enqueue(await reader.ReadLineAsync() ?? "");
            while (await reader.ReadLineAsync() is { Length: > 0 })
            {
            }

            await stream.WriteAsync(_head);
            await stream.WriteAsync(_body);
        }
        catch (IOException)
        {
            // The client had enough.
        }
    }
}
