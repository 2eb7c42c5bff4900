using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ContainerSecurity.Tools.Acquisition;

namespace Build.Tests.Tools.Acquisition;

/// <summary>A release host on loopback that says, byte for byte, what a test wants said, the false and the broken too.</summary>
internal sealed class ReleaseServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, byte[]> _answers = new();
    private readonly SocketsHttpHandler _sockets = ReleaseDownload.CreateHandler();
    private readonly CancellationTokenSource _stop = new();

    public ReleaseServer()
    {
        _listener.Start();
        Network = new LoopbackNetwork(((IPEndPoint)_listener.LocalEndpoint).Port, _sockets);
        _ = ServeAsync();
    }

    public LoopbackNetwork Network { get; }

    /// <summary>Set: requests are taken and never answered.</summary>
    public bool Silent { get; set; }

    /// <summary>Set: an answer is followed by silence, not by the end of the connection.</summary>
    public bool HoldsOpen { get; set; }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        Network.Dispose();
        _sockets.Dispose();
        _stop.Dispose();
    }

    /// <summary>From now on nothing listens.</summary>
    public void Refuse() => _listener.Stop();

    public void Answer(string path, byte[] body) => Raw(path, $"200 OK\r\nContent-Length: {body.Length}", body);

    public void Redirect(string path, string location) => Raw(path, $"302 Found\r\nContent-Length: 0\r\nLocation: {location}", []);

    public void Raw(string path, string statusAndHeaders, byte[] body) =>
        _answers[path] = [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {statusAndHeaders}\r\nConnection: close\r\n\r\n"), .. body];

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
            _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, leaveOpen: true);
            var path = (await reader.ReadLineAsync(_stop.Token))!.Split(' ')[1];
            while (!string.IsNullOrEmpty(await reader.ReadLineAsync(_stop.Token)))
            {
            }

            if (!Silent)
            {
                await stream.WriteAsync(
                    _answers.GetValueOrDefault(path) ?? "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(),
                    _stop.Token);
            }

            if (Silent || HoldsOpen)
                await Task.Delay(Timeout.Infinite, _stop.Token);
        }
    }
}
