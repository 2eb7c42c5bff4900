using System.Collections.Immutable;
using ContainerSecurity.Dockerfiles;
using ContainerSecurity.Linting;

namespace Build.Tests.Linting;

/// <summary>Holds the built-in engine against what Hadolint 2.15.1 printed; the recordings lie in the folder named by HADOLINT_RECORDINGS and are no part of this repository.</summary>
public sealed class RecordedFindingsTests
{
    [SkippableTheory]
    [InlineData("cases.jsonl", 1.0)]
    [InlineData("mix.jsonl", 1.0)]
    public void Codes_levels_and_lines_are_those_of_Hadolint(string file, double agreement)
    {
        var rows = RecordedLint.Read(file).Where(row => row.HadolintReads).ToList();
        var differences = rows.Select(Difference).OfType<string>().ToList();

        Assert.True(differences.Count <= rows.Count * (1 - agreement), $"{differences.Count} of {rows.Count} differ:\n{string.Join("\n\n", differences)}");
    }

    [SkippableTheory]
    [InlineData("cases.jsonl")]
    [InlineData("mix.jsonl")]
    public void What_Hadolint_cannot_read_and_BuildKit_can_is_linted(string file)
    {
        var refused = RecordedLint.Read(file)
            .Where(row => !row.HadolintReads && row.BuildKitReads)
            .Where(row => Lint(row).Any(finding => finding.Code == BuiltInLinter.SyntaxErrorCode))
            .Select(row => row.Dockerfile);

        Assert.Empty(refused);
    }

    private static string? Difference(RecordedLint row)
    {
        var wanted = row.Findings.EnumerateArray()
            .Select(finding => $"{finding.GetProperty("line")} {finding.GetProperty("code")} {finding.GetProperty("level")}")
            .Where(finding => finding.Contains(" DL", StringComparison.Ordinal)).Order().ToList();
        var got = Lint(row).Where(finding => finding.Code.StartsWith("DL", StringComparison.Ordinal))
            .Select(finding => $"{finding.Line} {finding.Code} {finding.Level.ToString().ToLowerInvariant()}").Order().ToList();
        return wanted.SequenceEqual(got)
            ? null
            : $"{row.Dockerfile}--- {row.Config}missing: {string.Join(", ", wanted.Except(got))}; too many: {string.Join(", ", got.Except(wanted))}; {wanted.Count} and {got.Count}";
    }

    private static ImmutableArray<LintFinding> Lint(RecordedLint row)
    {
        var source = new DockerfileSource("Dockerfile", row.Dockerfile, DockerfileParser.Parse("Dockerfile", row.Dockerfile));
        return BuiltInLinter.Lint(source, LintConfigurationFile.Parse("hadolint.yaml", row.Config));
    }
}
