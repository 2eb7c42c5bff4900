using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Bench.Load;

/// <summary>One connection of a client, for one exchange after the other.</summary>
internal sealed class ClientConnection(int port, ClientRequest request, byte[] message) : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly AnswerReader _answer = new(request.Chunks);

    public async Task ConnectAsync() => await _socket.ConnectAsync(IPAddress.Loopback, port);

    /// <summary>Sends the request and reads its answer to the end.</summary>
    /// <exception cref="InvalidOperationException">It did not end in a whole 200: a failing server is not a fast one.</exception>
    public async Task<ExchangeTimes> ExchangeAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        for (var sent = 0; sent < message.Length;)
            sent += await _socket.SendAsync(message.AsMemory(sent));

        _answer.Restart();
        var (first, longest, last) = (0.0, 0.0, 0L);
        var gaps = request.Pace > TimeSpan.Zero ? new List<double>(request.Chunks) : null;
        while (!_answer.IsComplete)
        {
            var count = await _socket.ReceiveAsync(_answer.Space);
            if (count == 0)
                throw new InvalidOperationException("the server closed the connection in the middle of an answer");

            _answer.Add(count);
            var now = Stopwatch.GetTimestamp();
            if (first == 0 && _answer.HasText)
                first = Stopwatch.GetElapsedTime(begun, now).TotalMilliseconds;
            var gap = last == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(last, now);
            longest = Math.Max(longest, gap.TotalMilliseconds);
            // The parts of one piece come at once.
            if (gap > request.Pace / 4)
                gaps?.Add(gap.TotalMilliseconds);
            last = now;
        }

        return new ExchangeTimes(Stopwatch.GetElapsedTime(begun).TotalMilliseconds, first, longest, gaps ?? []);
    }

    public void Dispose() => _socket.Dispose();
}

/// <summary>Times of one exchange in milliseconds, from the moment of sending.</summary>
/// <param name="First">To the first text of the model; 0 where there was none.</param>
/// <param name="LongestGap">Between two reads.</param>
/// <param name="Gaps">Between two pieces of a paced stream.</param>
internal sealed record ExchangeTimes(double Total, double First, double LongestGap, IReadOnlyList<double> Gaps);
