using System.Net;
using System.Text.Json;

namespace Proxy.Tests.Server;

/// <summary>Checks that an answer is an error in Anthropic's envelope.</summary>
internal static class AnthropicError
{
    /// <summary>The error's type.</summary>
    public static async Task<string?> TypeOf(HttpResponseMessage answer, HttpStatusCode status)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode}: {body}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var envelope = JsonDocument.Parse(body).RootElement;
        Assert.Equal("error", envelope.GetProperty("type").GetString());
        Assert.Equal(answer.Headers.GetValues("request-id").Single(), envelope.GetProperty("request_id").GetString());
        return envelope.GetProperty("error").GetProperty("type").GetString();
    }
}
