namespace Bench.Load;

/// <summary>One request after the other on each of some connections.</summary>
internal static class ClosedLoop
{
    /// <summary>Runs a fixed number of exchanges, so that two runs do the same work.</summary>
    public static async Task<IReadOnlyList<ExchangeTimes>> RunAsync(int port, ClientRequest request, int connections, int exchanges)
    {
        var message = request.Message(port);
        var runs = await Task.WhenAll(
            Enumerable.Range(0, connections).Select(index => RepeatAsync(port, request, message, index, Math.Max(1, exchanges / connections))));
        return [.. runs.SelectMany(times => times)];
    }

    private static async Task<List<ExchangeTimes>> RepeatAsync(int port, ClientRequest request, byte[] message, int index, int count)
    {
        using var connection = new ClientConnection(port, request, message);
        // Paced streams that began in the same moment would all speak in the same moment.
        await Task.Delay(request.Pace * (index / 64.0));
        await connection.ConnectAsync();
        var times = new List<ExchangeTimes>(count);
        for (var done = 0; done < count; done++)
            times.Add(await connection.ExchangeAsync());
        return times;
    }
}
