using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Docker;

namespace Build.Tests.Gates.Lint;

/// <summary>One row of a recording: a Dockerfile, its configuration, and what Hadolint and BuildKit said.</summary>
/// <param name="Path">Unlike that of any other row of the file.</param>
internal sealed record RecordedLint(string Path, string Dockerfile, string Config, JsonElement Findings, JsonElement BuildKit)
{
    // What the public ones were run with.
    private const string PublicConfig = "override:\n  style: [DL1001, DL3057]\n";

    private static readonly JsonElement NotRecorded = JsonDocument.Parse("{}").RootElement;

    public DockerfileSource Source => field ??= new(Path, Dockerfile, DockerfileParser.Parse(Path, Dockerfile));

    public LintConfiguration Configuration => Config.Length == 0 ? new() : LintConfigurationFile.Parse("hadolint.yaml", Config, DockerRules.Ids);

    /// <summary>The findings, without their messages: those are each engine's own.</summary>
    public IEnumerable<Finding> Found => Findings.EnumerateArray().Select(finding => new Finding
    {
        RuleId = finding.GetProperty("code").GetString()!,
        Severity = HadolintLevel.Parse(finding.GetProperty("level").GetString())!.Value,
        Message = "",
        File = Path,
        Line = finding.GetProperty("line").GetInt32(),
    });

    /// <summary>No syntax error was found, and so the file was judged.</summary>
    public bool HadolintReads => Found.All(finding => finding.RuleId != HadolintCode.SyntaxError);

    /// <summary>BuildKit accepts it, or lacks only a FROM or a flag that is newer than the recorded version.</summary>
    public bool BuildKitReads => !BuildKit.TryGetProperty("error", out var error)
        || error.GetString()! is var why
            && (why.Contains("no build stage", StringComparison.Ordinal) || why.Contains("--security", StringComparison.Ordinal)
            || why.Contains("--parents", StringComparison.Ordinal));

    /// <summary>Public Dockerfiles whose text is not there are left out.</summary>
    public static IReadOnlyList<RecordedLint> Read(string file)
    {
        var rows = File.ReadLines(RecordingFiles.PathOf(file))
            .Select((line, index) => Read(JsonDocument.Parse(line).RootElement, index))
            .OfType<RecordedLint>().ToList();
        Assert.NotEmpty(rows);
        return rows;
    }

    private static RecordedLint? Read(JsonElement row, int index)
    {
        var (findings, buildKit) = (row.GetProperty("findings"), row.TryGetProperty("buildkit", out var recorded) ? recorded : NotRecorded);
        if (row.TryGetProperty("sha256", out var digest))
            return PublicText(digest.GetString()!) is { } text ? new RecordedLint($"{index}", text, PublicConfig, findings, buildKit) : null;
        if (row.TryGetProperty("dockerfile", out var dockerfile))
            return new RecordedLint(Name(row) ?? $"{index}", dockerfile.GetString()!, row.GetProperty("config").GetString()!, findings, buildKit);
        return OwnDockerfile.Read(Name(row)!) with { Findings = findings, BuildKit = buildKit };
    }

    private static string? Name(JsonElement row) => row.TryGetProperty("name", out var name) ? name.GetString() : null;

    private static string? PublicText(string digest)
    {
        var path = System.IO.Path.Combine(RecordingFiles.PublicTexts!, digest);
        if (!File.Exists(path))
            return null;
        var bytes = File.ReadAllBytes(path);
        Assert.Equal(digest, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return Encoding.UTF8.GetString(bytes);
    }
}
