using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Processes;
using ContainerSecurity.Rules.Docker;

namespace Build.Tests.Gates.Lint;

/// <summary>
/// Holds the built-in engine against the assertions of Hadolint's own tests, which are no part of this repository: HADOLINT_CASES names the file, one
/// assertion a line.
/// </summary>
public sealed partial class RecordedAssertionsTests
{
    // The levels of these are `ignore`, and the tests look at findings of every level.
    private const string EveryRule = "override:\n  style: [DL1001, DL3057]\n";

    [SkippableFact]
    public async Task Every_assertion_holds()
    {
        var file = Environment.GetEnvironmentVariable("HADOLINT_CASES");
        Skip.If(string.IsNullOrEmpty(file), "HADOLINT_CASES names no file");

        var broken = new List<string>();
        foreach (var line in File.ReadLines(file!))
        {
            var row = JsonDocument.Parse(line).RootElement;
            var (wanted, count) = (row.GetProperty("assert").GetString()!, await CountAsync(row));
            if (wanted == "some" ? count == 0 : count != int.Parse(wanted, System.Globalization.CultureInfo.InvariantCulture))
                broken.Add($"{count} instead of {wanted}: {line}");
        }

        Assert.Empty(broken);
    }

    private static async Task<int> CountAsync(JsonElement row)
    {
        var text = row.GetProperty("dockerfile").GetString()!;
        if (row.GetProperty("onbuild").GetBoolean())
            text = Run().Replace(text, "ONBUILD RUN");
        var source = new DockerfileSource("Dockerfile", text, DockerfileParser.Parse("Dockerfile", text));
        var (rule, configuration) = (row.GetProperty("rule").GetString()!, Configuration(row.GetProperty("config")));
        if (rule != "SC")
            return BuiltInLinter.Lint(source, configuration).Count(finding => finding.RuleId == rule);
        var shell = await ShellCheckRun.RunAsync(new ToolRunner(), [source], configuration, CancellationToken.None);
        Requirement.Require(!shell.Missing, "shellcheck");
        return BuiltInLinter.Lint(source, configuration, shell.Findings[source.Path]).Count(finding => finding.RuleId.StartsWith("SC", StringComparison.Ordinal));
    }

    private static LintConfiguration Configuration(JsonElement config)
    {
        var text = new StringBuilder(EveryRule)
            .AppendLine($"ignored: {config.GetProperty("ignored").GetRawText()}")
            .AppendLine($"trustedRegistries: {config.GetProperty("trustedRegistries").GetRawText()}")
            .AppendLine($"strict-labels: {config.GetProperty("strictLabels").GetRawText()}")
            .AppendLine($"disable-ignore-pragma: {config.GetProperty("disableIgnorePragma").GetRawText()}")
            .AppendLine("label-schema:");
        foreach (var label in config.GetProperty("labelSchema").EnumerateObject())
            text.AppendLine($"  {JsonSerializer.Serialize(label.Name)}: {Kind(label.Value.GetString()!)}");
        return LintConfigurationFile.Parse("hadolint.yaml", text.ToString(), DockerRules.Ids);
    }

    private static string Kind(string name) => name switch { "GitHash" => "hash", "RawText" => "text", _ => name.ToLowerInvariant() };

    [GeneratedRegex(@"^[ \t]*RUN\b", RegexOptions.Multiline)]
    private static partial Regex Run();
}
