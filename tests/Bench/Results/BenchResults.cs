using System.Text.Json;

namespace Bench.Results;

/// <summary>All results of a run: scenario, server, measure and value, and what failed.</summary>
internal sealed record BenchResults(
    SortedDictionary<string, Dictionary<string, Dictionary<string, double>>> Scenarios, List<string> Failures)
{
    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static BenchResults Empty => new([], []);

    public IEnumerable<string> Peers => Scenarios.Values.SelectMany(servers => servers.Keys).Distinct().Except(["proxy", "nginx", "direct"]);

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">It is no result of this program.</exception>
    public static BenchResults Read(string path) => JsonSerializer.Deserialize<BenchResults>(File.ReadAllText(path), Layout)!;

    public void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, JsonSerializer.Serialize(this, Layout) + "\n");
    }

    public double? Find(string scenario, string server, string measure) =>
        Scenarios.GetValueOrDefault(scenario)?.GetValueOrDefault(server) is { } values && values.TryGetValue(measure, out var value) ? value : null;

    /// <summary>Keeps what was measured; what could not be (NaN, infinite) is left out.</summary>
    public void Add(string scenario, string server, string measure, double value)
    {
        if (!double.IsFinite(value))
            return;

        if (!Scenarios.TryGetValue(scenario, out var servers))
            Scenarios[scenario] = servers = [];
        if (!servers.TryGetValue(server, out var measures))
            servers[server] = measures = [];
        measures[measure] = Math.Round(value, 4);
    }
}
