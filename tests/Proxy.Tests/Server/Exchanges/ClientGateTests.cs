using System.Net;
using System.Net.Sockets;
using System.Text;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;

namespace Proxy.Tests.Server.Exchanges;

public sealed class ClientGateTests
{
    private readonly string _key = $"client-{Guid.NewGuid():N}";

    [Theory]
    [InlineData("x-api-key", "")]
    [InlineData("authorization", "Bearer ")]
    [InlineData("Authorization", "bearer ")]
    public async Task The_client_key_is_taken_from_either_header(string header, string scheme)
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await WithKey(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request, (header, scheme + _key));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/v1/messages")]
    [InlineData("/v1/messages/count_tokens")]
    public async Task Without_the_key_or_with_a_wrong_one_nothing_is_served(string path)
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await WithKey(upstream);
        (string, string)[][] wrong = [[], [("x-api-key", "")], [("x-api-key", _key + "x")], [("x-api-key", _key[..^1])], [("authorization", _key)],
            [("authorization", "Basic " + _key)]];

        foreach (var headers in wrong)
        {
            using var answer = await proxy.Post(path, Samples.Request, headers);
            Assert.Equal("authentication_error", await AnthropicError.TypeOf(answer, HttpStatusCode.Unauthorized));
            Assert.Equal("false", Assert.Single(answer.Headers.GetValues("x-should-retry")));
        }

        Assert.Empty(upstream.Received);
    }

    [Fact]
    public async Task Where_both_headers_are_sent_the_key_of_the_first_decides()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await WithKey(upstream);

        using var wrong = await proxy.Post("/v1/messages", Samples.Request, ("x-api-key", "another"), ("authorization", "Bearer " + _key));
        using var right = await proxy.Post("/v1/messages", Samples.Request, ("x-api-key", _key), ("authorization", "Bearer another"));
        using var empty = await proxy.Post("/v1/messages", Samples.Request, ("x-api-key", ""), ("authorization", "Bearer " + _key));

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (right.StatusCode, empty.StatusCode));
    }

    [Fact]
    public async Task The_list_of_models_needs_the_key_and_health_does_not()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await WithKey(upstream);

        using var models = await proxy.Client.GetAsync("/v1/models");
        using var health = await proxy.Client.GetAsync("/health");

        Assert.Equal(HttpStatusCode.Unauthorized, models.StatusCode);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task A_client_without_the_key_is_refused_before_its_body_is_read()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await WithKey(upstream);
        using var client = new TcpClient();
        await client.ConnectAsync(proxy.Url.Host, proxy.Url.Port);
        var stream = client.GetStream();

        // A body is announced and never sent.
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"POST /v1/messages HTTP/1.1\r\nHost: {proxy.Url.Authority}\r\nContent-Length: 30000000\r\n\r\n"));
        using var reader = new StreamReader(stream);

        Assert.Equal("HTTP/1.1 401 Unauthorized", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:8082")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example:8082")]
    [InlineData("192.168.1.5:8082")]
    public async Task On_loopback_a_foreign_host_name_is_refused(string host)
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request, ("Host", host));

        Assert.Equal("permission_error", await AnthropicError.TypeOf(answer, HttpStatusCode.Forbidden));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:1")]
    [InlineData("127.0.0.1:8082")]
    [InlineData("127.1.2.3")]
    [InlineData("[::1]:8082")]
    public async Task On_loopback_its_own_names_are_served(string host)
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request, ("Host", host));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData("same", HttpStatusCode.OK)]
    public async Task Web_pages_of_other_origins_are_refused(string origin, HttpStatusCode expected)
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);

        using var answer = await proxy.Post("/v1/messages", Samples.Request, ("Origin", origin == "same" ? $"http://{proxy.Url.Authority}" : origin));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Beyond_loopback_any_host_name_is_served_to_who_has_the_key()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        var options = RunningProxy.OptionsFor(upstream.BaseUrl) with { Listen = new ListenAddress(IPAddress.Any, 0), ClientKey = new Secret(_key) };
        await using var proxy = await RunningProxy.Start(options);
        using var client = CheckedResponses.Client();
        using var request =
            new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{proxy.Url.Port}/v1/models") { Headers = { Host = "proxy.internal" } };
        request.Headers.Add("x-api-key", _key);

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private Task<RunningProxy> WithKey(TestUpstream upstream) =>
        RunningProxy.Start(RunningProxy.OptionsFor(upstream.BaseUrl) with { ClientKey = new Secret(_key) });
}
