using System.Net;
using System.Net.Sockets;
using System.Text;
using ClaudeCodeProxy.Configuration.Sources;

namespace Proxy.Tests.Server.Endpoints;

/// <summary>What every client may rely on, whichever way it speaks HTTP.</summary>
public sealed class ServiceRulesTests : IAsyncLifetime
{
    private readonly string _key = $"client-{Guid.NewGuid():N}";
    private TestUpstream _upstream = null!;
    private RunningProxy _proxy = null!;

    public async Task InitializeAsync()
    {
        _upstream = await TestUpstream.Answering(Samples.Answer);
        _proxy = await RunningProxy.Start(RunningProxy.OptionsFor(_upstream.BaseUrl) with { ClientKey = new Secret(_key) });
    }

    public async Task DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Theory]
    [InlineData("POST", "/v1/messages")]
    [InlineData("POST", "/v1/messages/count_tokens")]
    [InlineData("GET", "/v1/models")]
    public async Task Each_guarded_path_takes_the_key_in_either_header_and_nothing_without(string method, string path)
    {
        foreach (var (name, value) in new[] { ("x-api-key", _key), ("authorization", "Bearer " + _key) })
        {
            using var served = await Ask(method, path, (name, value));
            Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        }

        foreach (var (name, value) in new[] { ("x-api-key", "wrong"), ("authorization", "Bearer wrong"), ("accept", "application/json") })
        {
            using var refused = await Ask(method, path, (name, value));
            Assert.Equal("authentication_error", await AnthropicError.TypeOf(refused, HttpStatusCode.Unauthorized));
        }
    }

    [Theory]
    [InlineData("HEAD", "/")]
    [InlineData("HEAD", "/api/hello")]
    [InlineData("GET", "/")]
    [InlineData("GET", "/health")]
    [InlineData("POST", "/api/event_logging/batch")]
    public async Task What_clients_probe_needs_no_key_and_goes_nowhere(string method, string path)
    {
        using var answer = await Ask(method, path, ("accept", "*/*"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(_upstream.Received);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_body_is_taken_for_what_it_is_whatever_its_type_says(string contentType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/messages") { Content = new StringContent(Samples.Request) };
        request.Content.Headers.Remove("content-type");
        request.Content.Headers.TryAddWithoutValidation("content-type", contentType);

        using var answer = await _proxy.Send(request, ("x-api-key", _key));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", Assert.Single(_upstream.Received).Headers["content-type"]);
    }

    [Fact]
    public async Task A_body_without_length_may_come_in_chunks()
    {
        var chunks = string.Concat(Samples.Request.Chunk(7).Select(chunk => $"{chunk.Length:x}\r\n{new string(chunk)}\r\n"));

        var lines = await Raw($"Transfer-Encoding: chunked\r\n\r\n{chunks}0\r\n\r\n");

        Assert.Equal("HTTP/1.1 200 OK", lines);
        Assert.Contains("Say hello.", Assert.Single(_upstream.Received).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_waits_for_leave_to_send_its_body_gets_it()
    {
        using var client = await Connect();
        using var reader = new StreamReader(client.GetStream());
        await client.GetStream()
            .WriteAsync(Encoding.ASCII.GetBytes(Head($"Expect: 100-continue\r\nContent-Length: {Samples.Request.Length}\r\n\r\n")));

        Assert.Equal("HTTP/1.1 100 Continue", await Line(reader));
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Samples.Request));

        Assert.Equal("", await Line(reader));
        Assert.Equal("HTTP/1.1 200 OK", await Line(reader));
    }

    [Fact]
    public async Task A_client_without_the_key_is_not_given_leave_to_send_its_body()
    {
        using var client = await Connect();
        using var reader = new StreamReader(client.GetStream());
        await client.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes(Head("Expect: 100-continue\r\nContent-Length: 100\r\n\r\n").Replace(_key, "wrong", StringComparison.Ordinal)));

        Assert.Equal("HTTP/1.1 401 Unauthorized", await Line(reader));
    }

    [Fact]
    public async Task Telemetry_of_any_size_does_not_disturb_the_next_request()
    {
        for (var round = 0; round < 3; round++)
        {
            using var telemetry = await _proxy.Post("/api/event_logging/batch", new string('x', 300_000));
            using var answer = await _proxy.Post("/v1/messages", Samples.Request, ("x-api-key", _key));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (telemetry.StatusCode, answer.StatusCode));
        }
    }

    [Fact]
    public async Task Errors_say_nothing_of_the_proxys_insides()
    {
        foreach (
            var body in new[] { "{", "[1]", """{"model":1}""", "\u0000", "{\"model\":\"m\",\"max_tokens\":1,\"messages\":" + new string('[', 5000) })
        {
            using var answer = await _proxy.Post("/v1/messages", body, ("x-api-key", _key));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal("invalid_request_error", await AnthropicError.TypeOf(answer, HttpStatusCode.BadRequest));
            Assert.DoesNotMatch(@"   at |Exception|\.cs|ClaudeCodeProxy\.", text);
        }
    }

    private Task<HttpResponseMessage> Ask(string method, string path, (string Name, string Value) header)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST")
            request.Content = new StringContent(Samples.Request, Encoding.UTF8, "application/json");
        return _proxy.Send(request, header);
    }

    private async Task<string?> Raw(string rest)
    {
        using var client = await Connect();
        using var reader = new StreamReader(client.GetStream());
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Head(rest)));
        return await Line(reader);
    }

    private string Head(string rest) => $"POST /v1/messages HTTP/1.1\r\nHost: {_proxy.Url.Authority}\r\nx-api-key: {_key}\r\n{rest}";

    private async Task<TcpClient> Connect()
    {
        var client = new TcpClient();
        await client.ConnectAsync(_proxy.Url.Host, _proxy.Url.Port);
        return client;
    }

    private static Task<string?> Line(StreamReader reader) => reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10));
}
