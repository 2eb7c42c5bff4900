using System.Text.Json;

namespace ClaudeCodeProxy.Cli;

/// <summary>Asks a proxy whether it is well, and which run of the program it is.</summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The instance that responded; null when none did, or when it was another program.</summary>
    public static async Task<string?> FindInstanceAsync(Uri server)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpMessageInvoker(handler);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, "/health"));
            using var response = await client.SendAsync(request, patience.Token);
            return response.IsSuccessStatusCode ? ReadInstance(await response.Content.ReadAsByteArrayAsync(patience.Token)) : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or JsonException)
        {
            return null;
        }
    }

    private static string? ReadInstance(byte[] body)
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
