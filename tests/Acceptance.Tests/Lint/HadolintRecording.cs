using System.Text.Json;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Docker;

namespace Acceptance.Tests.Lint;

/// <summary>A small Dockerfile with its configuration, and what the released Hadolint 2.15.1 printed about it.</summary>
internal sealed record HadolintRecording(DockerfileSource Source, LintConfiguration Configuration, IReadOnlyList<Finding> Findings)
{
    public static IReadOnlyList<HadolintRecording> ReadAll() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Lint", "Recordings", "hadolint-2.15.1.jsonl")).Select(Read)];

    private static HadolintRecording Read(string line)
    {
        var row = JsonDocument.Parse(line).RootElement;
        var (name, text) = (row.GetProperty("name").GetString()!, row.GetProperty("dockerfile").GetString()!);
        return new HadolintRecording(
            new DockerfileSource(name, text, DockerfileParser.Parse(name, text)),
            row.GetProperty("config").GetString() is { Length: > 0 } settings ? LintConfigurationFile.Parse("hadolint.yaml", settings, DockerRules.Ids) : new LintConfiguration(),
            [.. row.GetProperty("findings").EnumerateArray().Select(finding => Finding(name, finding))]);
    }

    private static Finding Finding(string file, JsonElement finding) => new()
    {
        RuleId = finding.GetProperty("code").GetString()!,
        Severity = HadolintLevel.Parse(finding.GetProperty("level").GetString())!.Value,
        Message = "",
        File = file,
        Line = finding.GetProperty("line").GetInt32(),
    };
}
