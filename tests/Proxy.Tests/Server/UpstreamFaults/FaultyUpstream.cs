using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Proxy.Tests.Server.UpstreamFaults;

/// <summary>An upstream that answers by one fault until it has recovered, and then as it should.</summary>
internal sealed class FaultyUpstream : IDisposable
{
    /// <summary>What it answers when it has recovered: nothing that a fault says looks like this.</summary>
    public const string NextText = "Next.";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Socket> _sockets = [];
    private readonly ConcurrentBag<Task> _left = [];
    private readonly ConcurrentQueue<string> _heads = [];
    private readonly Func<Scene, Task> _fault;
    private readonly bool _isStream;
    private readonly TaskCompletionSource _clientHasRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _hasRecovered;
    private int _reused;
    private int _connections;

    public FaultyUpstream(Func<Scene, Task> fault, bool isStream)
    {
        (_fault, _isStream) = (fault, isStream);
        _listener.Start();
        _ = Accept();
    }

    public Uri BaseUrl => new($"http://{_listener.LocalEndpoint}/v1");

    /// <summary>Requests on a connection on which the fault had been.</summary>
    public int Reused => _reused;

    public int Connections => _connections;

    /// <summary>What came, without bodies.</summary>
    public IReadOnlyCollection<string> Heads => _heads;

    public void ClientHasRead() => _clientHasRead.TrySetResult();

    public void Recover() => _hasRecovered = true;

    /// <summary>Every connection on which the fault was is ended, by the one side or the other.</summary>
    public Task FaultyConnectionsAreLeft() => Task.WhenAll(_left);

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var socket in _sockets)
            socket.Dispose();
    }

    private async Task Accept()
    {
        while (true)
        {
            var socket = await _listener.AcceptSocketAsync();
            socket.NoDelay = true;
            _sockets.Add(socket);
            Interlocked.Increment(ref _connections);
            var serving = Serve(socket);
            if (!_hasRecovered)
                _left.Add(serving);
        }
    }

    private async Task Serve(Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        var connection = new RawConnection(stream, socket);
        var isFaulty = !_hasRecovered;
        try
        {
            while (true)
            {
                if (!_hasRecovered)
                {
                    var scene = new Scene(connection, _isStream, _clientHasRead.Task, _heads);
                    await _fault(scene);
                }
                else if (await connection.ReadRequest() is { } head)
                {
                    _heads.Enqueue(head);
                    if (isFaulty)
                        Interlocked.Increment(ref _reused);
                    await AnswerNext(connection);
                }
                else
                {
                    return;
                }

                if (!_hasRecovered && !await Continues(socket))
                    return;
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // The proxy has left, or the fault has ended the connection.
        }
    }

    /// <summary>Waits for another request on the connection. False when the proxy ends it.</summary>
    private static async Task<bool> Continues(Socket socket) => await socket.ReceiveAsync(new byte[1], SocketFlags.Peek) > 0;

    private static Task AnswerNext(RawConnection connection)
    {
        var body = Samples.Answer.Replace("Hello.", NextText, StringComparison.Ordinal);
        return connection.Say(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
    }
}
