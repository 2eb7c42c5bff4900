using System.Net;
using System.Net.Sockets;

namespace Acceptance.Tests.ClaudeCode.AutoMode;

/// <summary>Somebody on loopback to whom things could be sent, and who knows whether anybody called.</summary>
internal sealed class Listener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public Listener() => _listener.Start();

    public Uri Url => new($"http://{_listener.LocalEndpoint}/take");

    public bool WasCalled => _listener.Pending();

    public void Dispose() => _listener.Dispose();
}
