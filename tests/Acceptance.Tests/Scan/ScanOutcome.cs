using System.Text.Json;

namespace Acceptance.Tests.Scan;

/// <summary>How a run of the suite ended: exit code, what it printed, and <c>scan.json</c> when it was written.</summary>
internal sealed record ScanOutcome(int ExitCode, string Said, JsonElement? Report)
{
    public JsonElement Gate(string name) =>
        Report!.Value.GetProperty("gates").EnumerateArray().Single(gate => gate.GetProperty("name").GetString() == name);

    public IEnumerable<string> Gates => Report!.Value.GetProperty("gates").EnumerateArray().Select(gate => gate.GetProperty("name").GetString()!);

    /// <summary>Findings of all gates as <c>gate rule file line layer</c>, for matching.</summary>
    public IEnumerable<(string Gate, string Rule, string? File, int? Line, string? Layer)> Findings =>
        from gate in Report!.Value.GetProperty("gates").EnumerateArray()
        from finding in gate.GetProperty("findings").EnumerateArray()
        select (
            gate.GetProperty("name").GetString()!,
            finding.GetProperty("ruleId").GetString()!,
            finding.TryGetProperty("file", out var file) ? file.GetString() : null,
            finding.TryGetProperty("line", out var line) ? line.GetInt32() : (int?)null,
            finding.TryGetProperty("layer", out var layer) ? layer.GetString() : null);
}
