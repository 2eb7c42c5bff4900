using System.Net.Sockets;
using System.Text;

namespace Proxy.Tests.Server.Transport;

public sealed class SocketConnectionTests : IAsyncLifetime, IDisposable
{
    private TestUpstream _upstream = null!;
    private RunningProxy _proxy = null!;
    private Socket _client = null!;
    private NetworkStream _stream = null!;

    public async Task InitializeAsync()
    {
        _upstream = await TestUpstream.Answering(Samples.Answer);
        _proxy = await RunningProxy.Before(_upstream);
        _client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await _client.ConnectAsync(_proxy.Url.Host, _proxy.Url.Port);
        _stream = new NetworkStream(_client, ownsSocket: true);
    }

    public async Task DisposeAsync()
    {
        Dispose();
        await _proxy.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    public void Dispose()
    {
        _stream.Dispose();
        _client.Dispose();
    }

    [Fact]
    public async Task A_request_that_comes_letter_by_letter_is_served()
    {
        foreach (var letter in Message())
            await _stream.WriteAsync(new[] { letter });

        Assert.Equal(1, await CountAnswers(1));
    }

    [Fact]
    public async Task Requests_that_come_together_are_answered_in_turn()
    {
        await _stream.WriteAsync(Enumerable.Repeat(Message(), 30).SelectMany(message => message).ToArray());

        Assert.Equal(30, await CountAnswers(30));
    }

    [Fact]
    public async Task Bytes_that_are_no_request_end_the_connection_and_only_that()
    {
        await _stream.WriteAsync("\u0016\u0003\u0001 not http\r\n\r\n"u8.ToArray());
        using var reader = new StreamReader(_stream);
        Assert.StartsWith("HTTP/1.1 400", await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(10)), StringComparison.Ordinal);

        using var answer = await _proxy.Client.GetAsync("/health");
        Assert.True(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_client_that_leaves_within_its_request_harms_nobody()
    {
        await _stream.WriteAsync(Message().AsMemory(..^10));
        _client.LingerState = new LingerOption(true, 0);
        _stream.Dispose();

        using var answer = await _proxy.Client.GetAsync("/health");
        Assert.True(answer.IsSuccessStatusCode);
    }

    private byte[] Message() => Encoding.UTF8.GetBytes(
        $"POST /v1/messages HTTP/1.1\r\nHost: {_proxy.Url.Authority}\r\nContent-Type: application/json\r\nContent-Length: " +
            $"{Samples.Request.Length}\r\n\r\n{Samples.Request}");

    private async Task<int> CountAnswers(int expected)
    {
        using var reader = new StreamReader(_stream, leaveOpen: true);
        var count = 0;
        while (count < expected && await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)) is { } line)
        {
            // An answer's last byte is its closing brace, on which the next status line follows without a break.
            if (line.Contains("HTTP/1.1 200 OK", StringComparison.Ordinal))
                count++;
        }

        return count;
    }
}
