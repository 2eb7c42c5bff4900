using ClaudeCodeProxy.Upstream;
using ClaudeCodeProxy.Upstream.Health;

namespace ClaudeCodeProxy.Server.Metrics;

/// <summary>What <c>GET /metrics</c> says of upstreams, by their hosts: two upstreams of one host are one.</summary>
internal static class UpstreamReport
{
    public static void Write(MetricsText text, IEnumerable<(UpstreamClient Client, UpstreamHealth Health)> upstreams)
    {
        var hosts = upstreams.GroupBy(static upstream => upstream.Client.Name, StringComparer.Ordinal).ToList();
        Family("upstream_up", "gauge", "Whether the upstream answered when it was asked last.", static all =>
            all.Where(static upstream => upstream.Client.HasAnswered is not null)
                .Min(static upstream => upstream.Client.HasAnswered == true ? 1 : (double?)0));
        Family("upstream_retries_total", "counter", "Requests that were sent to the upstream again after a wait.", static all =>
            all.Sum(static upstream => upstream.Health.Retries));
        Family("upstream_key_changes_total", "counter", "Requests that were sent to the upstream again with another key.", static all =>
            all.Sum(static upstream => upstream.Health.KeyChanges));
        Family("upstream_fallbacks_total", "counter", "Requests that went on to another model because the upstream failed.", static all =>
            all.Sum(static upstream => upstream.Health.Fallbacks));
        Family("upstream_keys_cooling", "gauge", "Keys of the upstream that rest because they were refused.", static all =>
            all.Sum(static upstream => upstream.Health.Keys.CoolingCount));
        Family("upstream_breaker_state", "gauge", "The upstream's circuit breaker: 0 closed, 1 half-open, 2 open.", static all =>
            all.Max(static upstream => (int)upstream.Health.Breaker.State));

        void Family(string name, string type, string help, Func<IEnumerable<(UpstreamClient Client, UpstreamHealth Health)>, double?> find)
        {
            text.Family($"{MetricsReport.Own}_{name}", type, help);
            foreach (var host in hosts)
            {
                if (find(host) is { } value)
                    text.Sample($"{MetricsReport.Own}_{name}", MetricsText.Label("server_address", host.Key), value);
            }
        }
    }
}
