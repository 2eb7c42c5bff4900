using System.Text.Json;
using ClaudeCodeProxy.Json;
using ClaudeCodeProxy.Upstream;
using ClaudeCodeProxy.Upstream.Http;

namespace ClaudeCodeProxy.Cli;

/// <summary>Asks a proxy whether it is well, and which run of the program it is.</summary>
internal static class HealthProbe
{
    private const int MaxBodyBytes = 64 << 10;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The instance that responded; null when none did, or when it was another program.</summary>
    public static async Task<string?> FindInstanceAsync(Uri server)
    {
        using var patience = new CancellationTokenSource(Patience);
        var destination = new Destination(server);
        try
        {
            using var connection = new HttpConnection(await new Dialer(destination, new UpstreamConnector().ConnectAsync).OpenAsync(patience.Token));
            using var request = new RequestHead("GET", new Uri(server, "/health"), destination);
            request.End();
            var head = await connection.AskAsync(request.Bytes, default, patience.Token);
            using var response = UpstreamResponse.Create(head, new ResponseBody(connection, head.Framing, pool: null));
            using var body = new PooledBuffer();
            var isWhole = response.IsSuccess && await response.ReadWholeBodyAsync(body, MaxBodyBytes, static () => { });
            return isWhole ? ReadInstance(body.WrittenSpan) : null;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or JsonException)
        {
            return null;
        }
    }

    private static string? ReadInstance(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1 || !json.ValueTextEquals("instance"u8))
                continue;
            return json.Read() && json.TokenType == JsonTokenType.String ? json.GetString() : null;
        }

        return null;
    }
}
