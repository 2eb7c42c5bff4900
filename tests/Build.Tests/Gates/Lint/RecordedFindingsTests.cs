using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Processes;

namespace Build.Tests.Gates.Lint;

/// <summary>Holds the built-in engine against what Hadolint 2.15.1 printed; the recordings are no part of this repository.</summary>
public sealed class RecordedFindingsTests
{
    [SkippableTheory]
    [InlineData("cases.jsonl")]
    [InlineData("mix.jsonl")]
    [InlineData("public.jsonl")]
    public void Codes_levels_and_lines_are_those_of_Hadolint(string file) =>
        AssertAgree(RecordedLint.Read(file), "DL", 1.0, row => BuiltInLinter.Lint(row.Source, row.Configuration));

    // Hadolint 2.15.1 forgets the shell at an ENV, so that it takes PowerShell for sh; and its ShellCheck is newer than those that distributions ship.
    [SkippableTheory]
    [InlineData("cases.jsonl", 1.0)]
    [InlineData("mix.jsonl", 0.995)]
    [InlineData("public.jsonl", 0.97)]
    public async Task ShellChecks_findings_are_those_of_Hadolint(string file, double agreement)
    {
        var rows = RecordedLint.Read(file).Select((row, index) => row with { Path = $"{index}" }).ToList();
        var shell = await ShellCheckRun.RunAsync(new ToolRunner(), rows.Select(row => row.Source), new LintConfiguration(), CancellationToken.None);
        Requirement.Require(!shell.Missing, "shellcheck");

        AssertAgree(rows, "SC", agreement, row => BuiltInLinter.Lint(row.Source, row.Configuration, shell.Findings[row.Path]));
    }

    [SkippableTheory]
    [InlineData("cases.jsonl")]
    [InlineData("mix.jsonl")]
    [InlineData("public.jsonl")]
    public void What_Hadolint_cannot_read_and_BuildKit_can_is_linted(string file)
    {
        var refused = RecordedLint.Read(file)
            .Where(row => !row.HadolintReads && row.BuildKitReads)
            .Where(row => BuiltInLinter.Lint(row.Source, row.Configuration).Any(finding => finding.RuleId == HadolintCode.SyntaxError))
            .Select(row => row.Dockerfile);

        Assert.Empty(refused);
    }

    private static void AssertAgree(IEnumerable<RecordedLint> all, string codes, double agreement, Func<RecordedLint, IEnumerable<Finding>> lint)
    {
        var rows = all.Where(row => row.HadolintReads).ToList();
        var differences = rows.Select(row => Difference(row, codes, lint(row))).OfType<string>().ToList();

        Assert.True(differences.Count <= rows.Count * (1 - agreement), $"{differences.Count} of {rows.Count} differ:\n{string.Join("\n\n", differences)}");
    }

    private static string? Difference(RecordedLint row, string codes, IEnumerable<Finding> findings)
    {
        var wanted = row.Findings.EnumerateArray()
            .Where(finding => finding.GetProperty("code").GetString()!.StartsWith(codes, StringComparison.Ordinal))
            .Select(finding => $"{finding.GetProperty("line")} {finding.GetProperty("code")} {finding.GetProperty("level")}").Order().ToList();
        var got = findings.Where(finding => finding.RuleId.StartsWith(codes, StringComparison.Ordinal))
            .Select(finding => $"{finding.Line} {finding.RuleId} {HadolintLevel.NameOf(finding.Severity)}").Order().ToList();
        return wanted.SequenceEqual(got)
            ? null
            : $"{row.Dockerfile}--- {row.Config}missing: {string.Join(", ", wanted.Except(got))}; too many: {string.Join(", ", got.Except(wanted))}; {wanted.Count} and {got.Count}";
    }
}
