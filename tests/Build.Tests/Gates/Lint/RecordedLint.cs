using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Docker;

namespace Build.Tests.Gates.Lint;

/// <summary>
/// One row of a recording: a Dockerfile, its configuration, and what Hadolint and BuildKit said. The recordings lie in the folder that HADOLINT_RECORDINGS
/// names; the texts of public Dockerfiles, which recordings name by their SHA-256, lie under that name in the folder HADOLINT_PUBLIC_TEXTS.
/// </summary>
internal sealed record RecordedLint(string Dockerfile, string Config, JsonElement Findings, JsonElement BuildKit)
{
    private const string Recordings = "HADOLINT_RECORDINGS";
    private const string PublicTexts = "HADOLINT_PUBLIC_TEXTS";

    // What the public ones were run with.
    private const string PublicConfig = "override:\n  style: [DL1001, DL3057]\n";

    public string Path { get; init; } = "Dockerfile";

    public DockerfileSource Source => new(Path, Dockerfile, DockerfileParser.Parse(Path, Dockerfile));

    public LintConfiguration Configuration => Config.Length == 0 ? new LintConfiguration() : LintConfigurationFile.Parse("hadolint.yaml", Config, DockerRules.Ids);

    /// <summary>Hadolint found no syntax error, and so judged the file.</summary>
    public bool HadolintReads => Findings.EnumerateArray().All(finding => finding.GetProperty("code").GetString() != "DL1000");

    /// <summary>BuildKit accepts it, or lacks only a FROM or a flag that is newer than the recorded version.</summary>
    public bool BuildKitReads => !BuildKit.TryGetProperty("error", out var error)
        || error.GetString()! is var why && (why.Contains("no build stage", StringComparison.Ordinal) || why.Contains("--security", StringComparison.Ordinal)
            || why.Contains("--parents", StringComparison.Ordinal));

    /// <summary>Rows whose text is not there are left out; when none is, the test is skipped.</summary>
    public static IReadOnlyList<RecordedLint> Read(string file)
    {
        var folder = Folder(Recordings);
        var rows = File.ReadLines(System.IO.Path.Combine(folder, file)).Select(line => JsonDocument.Parse(line).RootElement)
            .Select(row => row.TryGetProperty("sha256", out var digest) ? ReadPublic(row, digest.GetString()!) : ReadOwn(row))
            .OfType<RecordedLint>().ToList();
        Skip.If(rows.Count == 0, $"{Folder(PublicTexts)} holds none of the texts of {file}");
        return rows;
    }

    private static RecordedLint ReadOwn(JsonElement row) =>
        new(row.GetProperty("dockerfile").GetString()!, row.GetProperty("config").GetString()!, row.GetProperty("findings"), row.GetProperty("buildkit"));

    private static RecordedLint? ReadPublic(JsonElement row, string digest)
    {
        var path = System.IO.Path.Combine(Folder(PublicTexts), digest);
        if (!File.Exists(path))
            return null;
        var bytes = File.ReadAllBytes(path);
        Assert.Equal(digest, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return new RecordedLint(Encoding.UTF8.GetString(bytes), PublicConfig, row.GetProperty("findings"), row.GetProperty("buildkit"));
    }

    private static string Folder(string variable)
    {
        var folder = Environment.GetEnvironmentVariable(variable);
        Skip.If(string.IsNullOrEmpty(folder), $"{variable} names no folder");
        return folder!;
    }
}
