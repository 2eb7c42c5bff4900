using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Processes;

namespace Build.Tests.Gates.Lint;

/// <summary>Holds the built-in engine against what Hadolint 2.15.1 printed, and against what it found itself where that was right.</summary>
public sealed class RecordedFindingsTests
{
    public static TheoryData<string> All => [RecordingFiles.Own, .. PrintedFiles];

    public static TheoryData<string> Printed => [.. PrintedFiles];

    private static string[] PrintedFiles => RecordingFiles.With(RecordingFiles.Hadolint, "cases.jsonl", "mix.jsonl", "public.jsonl");

    [Theory]
    [MemberData(nameof(All))]
    public void Codes_levels_and_lines_are_those_of_Hadolint(string file) =>
        AssertAgree(RecordedLint.Read(file), "DL", 1, row => BuiltInLinter.Lint(row.Source, row.Configuration));

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task ShellChecks_findings_are_those_of_Hadolint(string file)
    {
        var rows = RecordedLint.Read(file);
        var shell = await ShellCheckRun.RunAsync(new ToolRunner(), rows.Select(row => row.Source), new LintConfiguration(), CancellationToken.None);
        Requirement.Require(!shell.Missing, "shellcheck");

        AssertAgree(rows, "SC", AgreementOfShellCheck(file), row => BuiltInLinter.Lint(row.Source, row.Configuration, shell.Findings[row.Source]));
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public void What_Hadolint_cannot_read_and_BuildKit_can_is_linted(string file)
    {
        var refused = RecordedLint.Read(file)
            .Where(row => !row.HadolintReads && row.BuildKitReads)
            .Where(row => BuiltInLinter.Lint(row.Source, row.Configuration).Any(finding => finding.RuleId == HadolintCode.SyntaxError))
            .Select(row => row.Dockerfile);

        Assert.Empty(refused);
    }

    // Hadolint 2.15.1 forgets the shell at an ENV, so that it takes PowerShell for sh; and its ShellCheck is newer than those that distributions
    // ship.
    private static double AgreementOfShellCheck(string file) => file switch { "mix.jsonl" => 0.995, "public.jsonl" => 0.97, _ => 1 };

    private static void AssertAgree(IEnumerable<RecordedLint> all, string codes, double agreement, Func<RecordedLint, IEnumerable<Finding>> lint)
    {
        var rows = all.Where(row => row.HadolintReads).ToList();
        var differences = rows.Select(row => Difference(row, codes, lint(row))).OfType<string>().ToList();

        Assert.True(
            differences.Count <= rows.Count * (1 - agreement), $"{differences.Count} of {rows.Count} differ:\n{string.Join("\n\n", differences)}");
    }

    private static string? Difference(RecordedLint row, string codes, IEnumerable<Finding> findings)
    {
        var (wanted, got) = (Keys(row.Found, codes), Keys(findings, codes));
        return wanted.SequenceEqual(got)
            ? null
            : $"{row.Dockerfile}--- {row.Config}missing: {string.Join(", ", wanted.Except(got))}; too many: "
                + $"{string.Join(", ", got.Except(wanted))}; {wanted.Count} and {got.Count}";
    }

    private static List<string> Keys(IEnumerable<Finding> findings, string codes) =>
    [
        .. findings.Where(finding => finding.RuleId.StartsWith(codes, StringComparison.Ordinal))
            .Select(finding => $"{finding.Line} {finding.RuleId} {HadolintLevel.NameOf(finding.Severity)}")
            .Order(),
    ];
}
