using System.Net;

namespace Proxy.Tests.Server.Endpoints;

public sealed class ApiVersionTests
{
    [Theory]
    [InlineData("/v1/messages", "2023-06-01")]
    [InlineData("/v1/messages", "2026-10-21")]
    [InlineData("/v1/messages", "")]
    [InlineData("/v1/messages/count_tokens", "2026-10-21")]
    public async Task Known_versions_are_served_alike(string path, string version)
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post(path, Samples.Request, ("anthropic-version", version));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/v1/messages", "2027-01-01")]
    [InlineData("/v1/messages", "latest")]
    [InlineData("/v1/messages/count_tokens", "2022-01-01")]
    public async Task An_unknown_version_is_refused_with_those_that_are_known(string path, string version)
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post(path, Samples.Request, ("anthropic-version", version));

        Assert.Equal("invalid_request_error", await AnthropicError.TypeOf(answer, HttpStatusCode.BadRequest));
        Assert.Contains("2023-06-01 and 2026-10-21", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(upstream.Received);
    }
}
