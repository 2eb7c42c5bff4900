using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace Bench.Load;

/// <summary>Requests by the clock, whether or not earlier ones were answered: a slow server does not slow its clients down.</summary>
internal static class OpenLoop
{
    /// <param name="perSecond">So many exchanges begin each second.</param>
    /// <param name="count">In all.</param>
    /// <param name="failures">Takes what became of exchanges that failed, which are left out of the result; null: the first one is thrown.</param>
    public static async Task<IReadOnlyList<ExchangeTimes>> RunAsync(
        int port, ClientRequest request, int perSecond, int count, ConcurrentBag<string>? failures = null)
    {
        var message = request.Message(port);
        var idle = new ConcurrentBag<ClientConnection>();
        var running = new Task<ExchangeTimes?>[count];
        var begun = Stopwatch.GetTimestamp();
        try
        {
            await Task.Factory.StartNew(
                () =>
                {
                    for (var index = 0; index < count; index++)
                    {
                        SleepUntil(begun, TimeSpan.FromSeconds((double)index / perSecond));
                        running[index] = ExchangeAsync(port, request, message, idle, failures);
                    }
                },
                TaskCreationOptions.LongRunning);
            return [.. (await Task.WhenAll(running)).OfType<ExchangeTimes>()];
        }
        finally
        {
            foreach (var connection in idle)
                connection.Dispose();
        }
    }

    private static async Task<ExchangeTimes?> ExchangeAsync(
        int port, ClientRequest request, byte[] message, ConcurrentBag<ClientConnection> idle, ConcurrentBag<string>? failures)
    {
        var isNew = !idle.TryTake(out var connection);
        connection ??= new ClientConnection(port, request, message);
        try
        {
            if (isNew)
                await connection.ConnectAsync();
            var times = await connection.ExchangeAsync();
            idle.Add(connection);
            return times;
        }
        catch (Exception failed) when (failures is not null && failed is (InvalidOperationException or SocketException))
        {
            connection.Dispose();
            failures?.Add(failed.Message);
            return null;
        }
    }

    private static void SleepUntil(long begun, TimeSpan due)
    {
        for (var left = due - Stopwatch.GetElapsedTime(begun); left > TimeSpan.Zero; left = due - Stopwatch.GetElapsedTime(begun))
            PreciseSleep.For(left);
    }
}
