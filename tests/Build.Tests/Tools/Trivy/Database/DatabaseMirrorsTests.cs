using System.Net;
using System.Net.Sockets;
using System.Text;
using ContainerSecurity.Tools.Trivy.Database;

namespace Build.Tests.Tools.Trivy.Database;

public class DatabaseMirrorsTests
{
    [Fact]
    public async Task Any_answer_means_that_a_registry_can_be_reached()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = RefuseAsync(listener);

        Assert.True(await DatabaseMirrors.IsReachableAsync(Uri(listener), CancellationToken.None));
        await serving;
    }

    [Fact]
    public async Task A_closed_door_means_that_it_cannot()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var uri = Uri(listener);
        listener.Stop();

        Assert.False(await DatabaseMirrors.IsReachableAsync(uri, CancellationToken.None));
    }

    [Fact]
    public async Task Who_stops_the_build_does_not_hear_that_there_is_no_network()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DatabaseMirrors.IsReachableAsync(
            new Uri("http://127.0.0.1:1/"), stopped.Token));
    }

    private static Uri Uri(TcpListener listener) => new($"http://{listener.LocalEndpoint}/v2/");

    /// <summary>Answers as a registry does that wants a login.</summary>
    private static async Task RefuseAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        await stream.ReadAtLeastAsync(new byte[16], 16);
        await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    }
}
