using System.Text.Json;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Hadolint;

namespace Acceptance.Tests.Lint;

/// <summary>A small Dockerfile with its configuration, and what the released Hadolint 2.15.1 printed about it.</summary>
internal sealed record HadolintRecording(DockerfileSource Source, LintConfiguration Configuration, IReadOnlyList<LintFinding> Findings)
{
    public static IReadOnlyList<HadolintRecording> ReadAll() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Lint", "Recordings", "hadolint-2.15.1.jsonl")).Select(Read)];

    private static HadolintRecording Read(string line)
    {
        var row = JsonDocument.Parse(line).RootElement;
        var (name, text) = (row.GetProperty("name").GetString()!, row.GetProperty("dockerfile").GetString()!);
        return new HadolintRecording(
            new DockerfileSource(name, text, DockerfileParser.Parse(name, text)),
            row.GetProperty("config").GetString() is { Length: > 0 } settings ? LintConfigurationFile.Parse("hadolint.yaml", settings) : new LintConfiguration(),
            [.. row.GetProperty("findings").EnumerateArray().Select(finding => Finding(name, finding))]);
    }

    private static LintFinding Finding(string file, JsonElement finding) => new(
        file, finding.GetProperty("line").GetInt32(), 1, finding.GetProperty("code").GetString()!,
        Enum.Parse<LintLevel>(finding.GetProperty("level").GetString()!, ignoreCase: true), "");
}
