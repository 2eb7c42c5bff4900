using System.Text;
using System.Text.Json;

namespace Acceptance.Tests.Soak;

/// <summary>Asks for streams and checks that each ends as its plan says.</summary>
internal sealed class SoakClient(Uri proxy) : IDisposable
{
    /// <summary>Stands before a stream's number in its request.</summary>
    public const string Mark = "stream number ";

    /// <summary>Of a stream whose last word comes after 18 s where nothing else runs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, ResponseDrainTimeout = TimeSpan.FromMilliseconds(1) })
    {
        BaseAddress = proxy,
        Timeout = Patience,
    };

    /// <returns>What is wrong; null for nothing.</returns>
    public async Task<string?> StreamAsync(StreamPlan plan)
    {
        try
        {
            var (text, end) = await ReadAsync(plan).WaitAsync(Patience);
            return plan.Allows(text, end) ? null : $"{plan} ended with {end} after \"{text}\"";
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException or OperationCanceledException or JsonException)
        {
            return $"{plan}: {e.GetType().Name} {e.Message}";
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>The text, and what ended it: the last event, <c>error</c> also for one by status, or that the client left.</summary>
    private async Task<(string Text, string End)> ReadAsync(StreamPlan plan)
    {
        var body = $$"""{"model":"m","max_tokens":100,"stream":true,"messages":[{"role":"user","content":"{{Mark}}{{plan.Number}}"}]}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/messages") { Content = new StringContent(body) };
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (!answer.IsSuccessStatusCode)
            return ("", (int)answer.StatusCode is 500 or 502 ? "error" : $"status {(int)answer.StatusCode}");
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var (text, last, words) = (new StringBuilder(), "nothing", 0);
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                last = line["event: ".Length..];
            if (last != "content_block_delta" || !line.StartsWith("data: ", StringComparison.Ordinal))
                continue;
            if (words++ == plan.LeavesAt)
                return ($"{text}", "left");
            using var data = JsonDocument.Parse(line["data: ".Length..]);
            text.Append(data.RootElement.GetProperty("delta").GetProperty("text").GetString());
        }

        return ($"{text}", last);
    }
}
