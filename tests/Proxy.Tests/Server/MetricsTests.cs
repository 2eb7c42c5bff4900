using System.Globalization;
using System.Net;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Providers;
using ClaudeCodeProxy.Routing;
using ClaudeCodeProxy.Server.Metrics;

namespace Proxy.Tests.Server;

public sealed class MetricsTests
{
    private const string Labels = "gen_ai_operation_name=\"chat\",gen_ai_provider_name=\"ollama\",gen_ai_request_model=\"big\"";

    [Fact]
    public async Task An_answer_is_counted_with_its_time_and_tokens()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        await using var proxy = await RunningProxy.Before(upstream);
        using var answer = await proxy.Post("/v1/messages", Samples.Request);
        await answer.Content.ReadAsStringAsync();

        var samples = await ReadAsync(proxy);

        Assert.Equal(1, Of(samples, "gen_ai_client_inference_duration_seconds_count"));
        Assert.Equal(1, Of(samples, "gen_ai_client_inference_duration_seconds_bucket", "le=\"+Inf\""));
        Assert.True(Of(samples, "gen_ai_client_inference_usage_input_tokens_total") > 0);
        Assert.True(Of(samples, "gen_ai_client_inference_usage_output_tokens_total") > 0);
        Assert.Equal(0, Of(samples, "gen_ai_client_inference_time_to_first_chunk_seconds_count"));
        Assert.Equal(1, samples["claude_code_proxy_requests_total{path=\"/v1/messages\",status=\"2xx\"}"]);
        Assert.Equal(1, samples["claude_code_proxy_requests_in_flight"]); // this very request
        Assert.Equal(1, samples[$"claude_code_proxy_upstream_up{{server_address=\"{upstream.BaseUrl.Authority}\"}}"]);
    }

    [Fact]
    public async Task A_stream_is_counted_with_the_times_of_its_chunks()
    {
        await using var upstream = await TestUpstream.Streaming(Samples.FirstChunk, Samples.SecondChunk, Samples.LastChunks);
        await using var proxy = await RunningProxy.Before(upstream);
        using var answer = await proxy.Post("/v1/messages", Samples.StreamedRequest);
        await answer.Content.ReadAsStringAsync();

        var samples = await ReadAsync(proxy);

        Assert.Equal(1, Of(samples, "gen_ai_client_inference_time_to_first_chunk_seconds_count"));
        Assert.Equal(1, Of(samples, "gen_ai_client_inference_duration_seconds_count"));
    }

    [Fact]
    public async Task Errors_are_counted_by_their_type_and_a_dead_upstream_is_seen()
    {
        await using var upstream = await TestUpstream.Answering("""{"error":{"message":"slow down"}}""", 429);
        await using var proxy = await RunningProxy.Before(upstream);
        (await proxy.Post("/v1/messages", Samples.Request)).Dispose();
        (await proxy.Post("/v1/messages", "no JSON")).Dispose();
        (await proxy.Post("/nowhere", "")).Dispose();
        var answering = await ReadAsync(proxy);
        var up = $"claude_code_proxy_upstream_up{{server_address=\"{upstream.BaseUrl.Authority}\"}}";
        await upstream.DisposeAsync();
        (await proxy.Post("/v1/messages", Samples.Request)).Dispose();

        var samples = await ReadAsync(proxy);

        Assert.Equal(1, samples["claude_code_proxy_errors_total{type=\"rate_limit_error\"}"]);
        Assert.Equal(1, samples["claude_code_proxy_errors_total{type=\"invalid_request_error\"}"]);
        Assert.Equal(1, samples["claude_code_proxy_requests_total{path=\"other\",status=\"4xx\"}"]);
        Assert.Equal((1, 0), (answering[up], samples[up]));
    }

    [Fact]
    public async Task Beyond_loopback_they_need_the_clients_key()
    {
        await using var upstream = await TestUpstream.Answering(Samples.Answer);
        var options = RunningProxy.OptionsFor(upstream.BaseUrl) with
        {
            Listen = new ListenAddress(IPAddress.Any, 0),
            ClientKey = new Secret("the-clients"),
        };
        await using var proxy = await RunningProxy.Start(options);

        var address = $"http://127.0.0.1:{proxy.Url.Port}/metrics";
        using var without = await proxy.Send(new HttpRequestMessage(HttpMethod.Get, address));
        using var with = await proxy.Send(new HttpRequestMessage(HttpMethod.Get, address), ("x-api-key", "the-clients"));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (without.StatusCode, with.StatusCode));
    }

    [Fact]
    public void Names_that_clients_invent_forge_no_line_and_fill_no_memory()
    {
        var metrics = new ProxyMetrics();
        for (var at = 0; at < 1000; at++)
            metrics.Find(new Route(Provider.Ollama, "model", $"model-{at}\"}} 1\nforged 1\n"), "host").Duration.Record(TimeSpan.FromSeconds(1));

        var lines = System.Text.Encoding.ASCII.GetString(MetricsReport.Write(metrics, [])).Split('\n');

        Assert.DoesNotContain(lines, line => line.StartsWith("forged", StringComparison.Ordinal));
        Assert.Equal(101, lines.Count(line => line.StartsWith("gen_ai_client_inference_duration_seconds_count", StringComparison.Ordinal)));
    }

    private static double Of(Dictionary<string, double> samples, string name, string label = "") =>
        samples.Single(sample =>
            sample.Key.StartsWith(name + "{" + Labels, StringComparison.Ordinal) && sample.Key.Contains(label, StringComparison.Ordinal)).Value;

    /// <summary>Every line that is no comment is a name, labels and a number; every name was declared before.</summary>
    private static async Task<Dictionary<string, double>> ReadAsync(RunningProxy proxy)
    {
        var declared = "";
        var samples = new Dictionary<string, double>();
        foreach (var line in (await proxy.Client.GetStringAsync("/metrics")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
                declared = line.Split(' ')[2];
            if (line[0] == '#')
                continue;
            Assert.StartsWith(declared, line, StringComparison.Ordinal);
            var at = line.LastIndexOf(' ');
            samples.Add(line[..at], double.Parse(line[(at + 1)..], CultureInfo.InvariantCulture));
        }

        return samples;
    }
}
