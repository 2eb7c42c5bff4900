using System.Text.Json;

namespace Build.Tests.Linting;

/// <summary>One row of a recording: a Dockerfile, its configuration, and what Hadolint and BuildKit said.</summary>
internal sealed record RecordedLint(string Dockerfile, string Config, JsonElement Findings, JsonElement BuildKit)
{
    /// <summary>Hadolint found no syntax error, and so judged the file.</summary>
    public bool HadolintReads => Findings.EnumerateArray().All(finding => finding.GetProperty("code").GetString() != "DL1000");

    /// <summary>BuildKit accepts it, or lacks only a FROM or a flag that is newer than the recorded version.</summary>
    public bool BuildKitReads => !BuildKit.TryGetProperty("error", out var error)
        || error.GetString()! is var why && (why.Contains("no build stage", StringComparison.Ordinal) || why.Contains("--security", StringComparison.Ordinal)
            || why.Contains("--parents", StringComparison.Ordinal));

    public static IEnumerable<RecordedLint> Read(string file)
    {
        var folder = Environment.GetEnvironmentVariable("HADOLINT_RECORDINGS");
        Skip.If(string.IsNullOrEmpty(folder), "HADOLINT_RECORDINGS names no folder of recordings");
        return File.ReadLines(Path.Combine(folder!, file)).Select(line => JsonDocument.Parse(line).RootElement).Select(row => new RecordedLint(
            row.GetProperty("dockerfile").GetString()!,
            row.GetProperty("config").GetString()!,
            row.GetProperty("findings"),
            row.GetProperty("buildkit")));
    }
}
