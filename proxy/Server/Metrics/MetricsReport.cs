using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Upstream;
using ClaudeCodeProxy.Upstream.Health;

namespace ClaudeCodeProxy.Server.Metrics;

/// <summary>What <c>GET /metrics</c> says: no key, no text of a request, nothing that tells one client from another.</summary>
internal static class MetricsReport
{
    private const string Inference = "gen_ai_client_inference";
    internal const string Own = "claude_code_proxy";

    public static byte[] Write(ProxyMetrics metrics, IEnumerable<(UpstreamClient Client, UpstreamHealth Health)> upstreams)
    {
        var text = new MetricsText();
        var models = metrics.ReadModels();
        WriteTimes(text, models);
        WriteTokens(text, models);
        WriteRequests(text, metrics.InFlight, metrics.ReadRequests());
        text.Family($"{Own}_errors_total", "counter", "Requests that ended with an error, by the type that the client was told.");
        foreach (var (type, count) in metrics.ReadErrors())
            text.Sample($"{Own}_errors_total", MetricsText.Label("type", type), count);
        UpstreamReport.Write(text, upstreams);
        WriteProcess(text);
        return text.ToBytes();
    }

    private static void WriteTimes(MetricsText text, InferenceMetrics[] models)
    {
        Write("duration_seconds", "From the request to the end of the response.", static model => model.Duration);
        Write("time_to_first_chunk_seconds", "From the request to the first bytes of a stream.", static model => model.TimeToFirstChunk);
        Write("time_per_output_chunk_seconds", "Between the bytes of a stream.", static model => model.TimePerOutputChunk);

        void Write(string name, string help, Func<InferenceMetrics, Histogram> find)
        {
            text.Family($"{Inference}_{name}", "histogram", help);
            foreach (var model in models)
                text.Samples($"{Inference}_{name}", Labels(model), find(model));
        }
    }

    private static void WriteTokens(MetricsText text, InferenceMetrics[] models)
    {
        Write("input_tokens", "Tokens of prompts, those of the cache included.", static model => model.InputTokens);
        Write("cache_read_input_tokens", "Tokens of prompts that the cache held.", static model => model.CacheReadTokens);
        Write("cache_write_input_tokens", "Tokens of prompts that were put into the cache.", static model => model.CacheWriteTokens);
        Write("output_tokens", "Tokens of responses, those of reasoning included.", static model => model.OutputTokens);
        Write("reasoning_output_tokens", "Tokens of responses that were spent on reasoning.", static model => model.ReasoningTokens);
        text.Family($"{Own}_cached_input_ratio", "gauge", "The part of the prompts' tokens that the cache held.");
        foreach (var model in models.Where(static model => model.InputTokens > 0))
            text.Sample($"{Own}_cached_input_ratio", Labels(model), Math.Round((double)model.CacheReadTokens / model.InputTokens, 4));

        void Write(string name, string help, Func<InferenceMetrics, long> find)
        {
            text.Family($"{Inference}_usage_{name}_total", "counter", help);
            foreach (var model in models)
                text.Sample($"{Inference}_usage_{name}_total", Labels(model), find(model));
        }
    }

    private static void WriteRequests(MetricsText text, long inFlight, IEnumerable<RequestMetrics> requests)
    {
        text.Family($"{Own}_requests_total", "counter", "Requests of clients, by path and class of status.");
        foreach (var request in requests)
        {
            foreach (var status in RequestMetrics.Classes)
            {
                if (request.Of(status) is > 0 and var count)
                    text.Sample($"{Own}_requests_total", $"{MetricsText.Label("path", request.Path)},status=\"{status}xx\"", count);
            }
        }

        text.Family($"{Own}_requests_in_flight", "gauge", "Requests that are being served.");
        text.Sample($"{Own}_requests_in_flight", "", inFlight);
    }

    private static void WriteProcess(MetricsText text)
    {
        text.Family($"{Own}_build_info", "gauge", "The version of the proxy.");
        text.Sample($"{Own}_build_info", MetricsText.Label("version", ProductVersion.Number), 1);
        text.Family("process_cpu_seconds_total", "counter", "Processor time of the process.");
        text.Sample("process_cpu_seconds_total", "", Environment.CpuUsage.TotalTime.TotalSeconds);
        text.Family("process_resident_memory_bytes", "gauge", "Memory of the process.");
        text.Sample("process_resident_memory_bytes", "", Environment.WorkingSet);
    }

    private static string Labels(InferenceMetrics model) =>
        $"gen_ai_operation_name=\"chat\",{MetricsText.Label("gen_ai_provider_name", model.Provider)},"
        + $"{MetricsText.Label("gen_ai_request_model", model.Model)},{MetricsText.Label("server_address", model.Server)}";
}
