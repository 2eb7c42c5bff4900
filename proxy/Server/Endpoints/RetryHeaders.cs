using System.Globalization;
using ClaudeCodeProxy.Upstream;
using Microsoft.AspNetCore.Http;

namespace ClaudeCodeProxy.Server.Endpoints;

/// <summary>
/// What an upstream's error says about trying again, in the headers that the SDKs obey, and the id that its operator finds it by.
/// </summary>
internal static class RetryHeaders
{
    public static void Copy(UpstreamResponse response, IHeaderDictionary client)
    {
        if (response.Header("retry-after"u8) is { } after && IsTime(after))
            client.RetryAfter = after;
        if (response.Header("retry-after-ms"u8) is { } milliseconds && IsNumber(milliseconds))
            client["retry-after-ms"] = milliseconds;
        if (response.Header("x-should-retry"u8) is "true" or "false")
            client["x-should-retry"] = response.Header("x-should-retry"u8);
        if (response.RequestId is { } id && HeaderText.IsPlain(id))
            client["x-upstream-request-id"] = id;
    }

    private static bool IsTime(string text) =>
        IsNumber(text) || DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsNumber(string text) =>
        HeaderText.IsPlain(text) && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
