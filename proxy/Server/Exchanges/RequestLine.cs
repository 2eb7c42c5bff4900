using System.Globalization;
using System.Text;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>Writes what is known of a request as members of a JSON object. What clients choose is cut.</summary>
internal static class RequestLine
{
    private const int MostText = 100;

    public static void Write(PooledBuffer line, Exchange exchange, RequestRecord record)
    {
        var json = new JsonWriter(line, default);
        Text(ref json, ",\"request\":"u8, exchange.RequestId);
        Text(ref json, ",\"session\":"u8, record.Session);
        Text(ref json, ",\"method\":"u8, exchange.Method);
        Text(ref json, ",\"path\":"u8, exchange.Path);
        Number(ref json, ",\"status\":"u8, exchange.Status);
        Text(ref json, ",\"error\":"u8, record.Error);
        Text(ref json, ",\"upstream\":"u8, record.Upstream);
        if (record.Route is { } route)
        {
            Text(ref json, ",\"client_model\":"u8, route.ClientModel);
            Text(ref json, ",\"upstream_model\":"u8, route.UpstreamModel);
            json.Raw(record.IsStream ? ",\"stream\":true"u8 : ",\"stream\":false"u8);
            Number(ref json, ",\"attempts\":"u8, record.Attempts);
        }

        WriteUsage(ref json, record);
        Decimal(ref json, ",\"duration_ms\":"u8, record.Elapsed.TotalMilliseconds);
        if (record.FirstChunk is { } first)
            Decimal(ref json, ",\"first_chunk_ms\":"u8, first.TotalMilliseconds);
        if (record.Translation > TimeSpan.Zero)
            Number(ref json, ",\"translation_us\":"u8, (long)record.Translation.TotalMicroseconds);
        json.Commit();
    }

    /// <summary>Tokens of output in a second, over the whole time of a request.</summary>
    public static string Rate(long outputTokens, TimeSpan elapsed) =>
        (outputTokens / Math.Max(elapsed.TotalSeconds, 0.001)).ToString("0.0", CultureInfo.InvariantCulture);

    private static void WriteUsage(ref JsonWriter json, RequestRecord record)
    {
        if (record.Usage is not { } usage)
            return;
        Number(ref json, ",\"input_tokens\":"u8, usage.InputTokens + usage.CacheReadTokens + usage.CacheCreationTokens);
        Number(ref json, ",\"cache_read_tokens\":"u8, usage.CacheReadTokens);
        Number(ref json, ",\"cache_write_tokens\":"u8, usage.CacheCreationTokens);
        Number(ref json, ",\"output_tokens\":"u8, usage.OutputTokens);
        json.Raw(",\"tokens_per_second\":"u8);
        json.Raw(Encoding.ASCII.GetBytes(Rate(usage.OutputTokens, record.Elapsed)));
    }

    private static void Text(ref JsonWriter json, scoped ReadOnlySpan<byte> name, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        json.Raw(name);
        json.Text(text.Length > MostText ? text[..MostText] : text);
    }

    private static void Number(ref JsonWriter json, scoped ReadOnlySpan<byte> name, long number)
    {
        json.Raw(name);
        json.Number(number);
    }

    private static void Decimal(ref JsonWriter json, scoped ReadOnlySpan<byte> name, double number)
    {
        json.Raw(name);
        json.Raw(Encoding.ASCII.GetBytes(number.ToString("0.000", CultureInfo.InvariantCulture)));
    }
}
