using System.Text.Json;

namespace Build.Tests.Dockerfiles;

/// <summary>One row of a recording: a Dockerfile, its configuration, and what Hadolint and BuildKit said.</summary>
internal sealed record RecordedLint(string Dockerfile, string Config, JsonElement Findings, JsonElement BuildKit)
{
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
