using System.Text.Encodings.Web;
using System.Text.Json;
using Build.Tests.Reports.LintFormats;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Processes;

namespace Build.Tests.Gates.Lint;

/// <summary>Writes what the built-in engine makes of the project's own Dockerfiles, in the form of the larger recordings.</summary>
internal static class OwnRecording
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private static readonly JsonSerializerOptions IndentedJson = new(Json) { WriteIndented = true };

    public static async Task WriteAsync()
    {
        var rows = OwnDockerfile.Names().Select(OwnDockerfile.Read).ToList();
        var shell = await ShellCheckRun.RunAsync(new ToolRunner(), rows.Select(row => row.Source), new LintConfiguration(), CancellationToken.None);
        Assert.False(shell.Missing, "shellcheck is not installed");
        var lines = rows.Select(row => JsonSerializer.Serialize(Row(row.Source, Lint(row)), Json));
        await File.WriteAllTextAsync(RecordingFiles.PathOf(RecordingFiles.Own), string.Join('\n', lines) + "\n");
        var outputs = RecordedOutputs.Print([.. Lint(rows.Single(row => row.Path == "formats"))]);
        await File.WriteAllTextAsync(RecordingFiles.PathOf(RecordedOutputs.Own), JsonSerializer.Serialize(outputs, IndentedJson) + "\n");

        IEnumerable<Finding> Lint(RecordedLint row) => BuiltInLinter.Lint(row.Source, row.Configuration, shell.Findings[row.Source]);
    }

    private static object Row(DockerfileSource source, IEnumerable<Finding> findings) => new
    {
        name = source.Path,
        findings =
            from finding in findings
            where HadolintCode.Is(finding.RuleId)
            select new { line = finding.Line, code = finding.RuleId, level = HadolintLevel.NameOf(finding.Severity) },
        buildkit = source.Parsed.Dockerfile is { } dockerfile ? BuildKit(dockerfile) : new { refused = source.Parsed.Errors[0].Line },
    };

    private static object BuildKit(Dockerfile dockerfile) => new
    {
        instructions = dockerfile.Instructions.Select(instruction => new object[] { instruction.Keyword, instruction.Line, instruction.EndLine }),
        checks = DockerFindings.Reported(new DockerBuild(dockerfile, () => null))
            .Select(found => new { line = found.Hit.Line, rule = found.Rule.Id }),
    };
}
