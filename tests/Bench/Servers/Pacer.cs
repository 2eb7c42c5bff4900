using System.Diagnostics;
using System.Net.Sockets;
using Bench.Load;

namespace Bench.Servers;

/// <summary>Sends the pieces of many streams, each at its time, from one thread: cheap, so that the load core is not what is measured.</summary>
internal sealed class Pacer
{
    private readonly PriorityQueue<PacedStream, long> _queue = new();

    public Pacer() => new Thread(Run) { IsBackground = true }.Start();

    /// <summary>The first piece goes out at once. Completed with the last piece, or with the error of the socket.</summary>
    public Task SendAsync(Socket client, byte[][] parts, TimeSpan pace)
    {
        client.Send(parts[0]);
        var stream = new PacedStream(client, parts, (long)(pace.TotalSeconds * Stopwatch.Frequency));
        lock (_queue)
            _queue.Enqueue(stream, Stopwatch.GetTimestamp() + stream.Pace);
        return stream.Ended.Task;
    }

    private void Run()
    {
        while (true)
        {
            var now = Stopwatch.GetTimestamp();
            while (Next(now) is var (stream, due))
                Send(stream, due);
            PreciseSleep.For(TimeSpan.FromMilliseconds(0.3));
        }
    }

    private (PacedStream Stream, long Due)? Next(long now)
    {
        lock (_queue)
        {
            if (!_queue.TryPeek(out var stream, out var due) || due > now)
                return null;

            _queue.Dequeue();
            return (stream, due);
        }
    }

    private void Send(PacedStream stream, long due)
    {
        try
        {
            stream.Client.Send(stream.Parts[stream.Sent++]);
        }
        catch (Exception failed) when (failed is SocketException or ObjectDisposedException)
        {
            stream.Ended.SetException(failed);
            return;
        }

        if (stream.Sent == stream.Parts.Length)
        {
            stream.Ended.SetResult();
            return;
        }

        lock (_queue)
            _queue.Enqueue(stream, due + stream.Pace);
    }

    /// <param name="Pace">In ticks of the stopwatch.</param>
    private sealed record PacedStream(Socket Client, byte[][] Parts, long Pace)
    {
        public int Sent { get; set; } = 1;

        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
