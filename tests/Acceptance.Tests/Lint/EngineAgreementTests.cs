using Build.Tests.Gates.Lint;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Processes;
using ContainerSecurity.Rules.Hadolint;

namespace Acceptance.Tests.Lint;

/// <summary>Both engines lint the same files; an unlisted difference fails.</summary>
public sealed class EngineAgreementTests
{
    [Fact]
    public async Task The_engines_find_the_same()
    {
        var runner = new ToolRunner();
        var compared = await RealHadolint.FindAsync(runner) is { } hadolint
            ? await hadolint.LintAsync([.. Recorded, .. Own, .. Corpus.Dockerfiles])
            : RecordedFindings;
        var sources = compared.Select(pair => pair.Dockerfile.Source);
        var shell = await ShellCheckRun.RunAsync(runner, sources, new LintConfiguration(), CancellationToken.None);

        var differences = string.Join('\n',
            from pair in compared
            let dockerfile = pair.Dockerfile
            let ours = BuiltInLinter.Lint(dockerfile.Source, dockerfile.Configuration, shell.Findings[dockerfile.Source])
            from difference in EngineDifferences.Between([.. Judged(pair.Findings, dockerfile, shell)], [.. Judged(ours, dockerfile, shell)])
            select $"{dockerfile.Path}: {difference}\n{dockerfile.Dockerfile}");

        Assert.True(differences.Length == 0, differences);
    }

    [Fact]
    public void A_difference_is_told_whichever_engine_is_silent()
    {
        Finding finding = new() { RuleId = "DL3004", Severity = Severity.High, Message = "a message", File = "Dockerfile", Line = 2 };

        Assert.Empty(EngineDifferences.Between([finding], [finding with { Message = "another" }]));
        Assert.Equal(["only Hadolint: 2 DL3004 High"], EngineDifferences.Between([finding], []));
        Assert.Equal(
            ["only built-in: 2 DL3004 High"],
            EngineDifferences.Between([finding, finding with { Line = 3 }], [finding, finding, finding with { Line = 3 }]));
        Assert.Equal(
            ["only Hadolint: 2 DL3004 High", "only built-in: 2 DL3004 Medium"],
            EngineDifferences.Between([finding], [finding with { Severity = Severity.Medium }]));
    }

    [Fact]
    public void What_is_named_or_unreadable_to_Hadolint_is_no_difference()
    {
        Finding finding = new() { RuleId = "SC2015", Severity = Severity.Low, Message = "a message", File = "Dockerfile", Line = 2 };

        Assert.Empty(EngineDifferences.Between([], [finding]));
        Assert.Empty(EngineDifferences.Between([finding with { RuleId = "DL1000" }], [finding with { RuleId = "DL3004" }]));
    }

    [Fact]
    public void Every_file_of_the_corpus_can_be_read_and_most_rules_have_something_to_say()
    {
        var findings = Corpus.Dockerfiles.SelectMany(dockerfile => BuiltInLinter.Lint(dockerfile.Source, new LintConfiguration())).ToList();

        Assert.DoesNotContain(findings, finding => finding.RuleId == HadolintCode.SyntaxError);
        Assert.InRange(findings.Select(finding => finding.RuleId).Distinct().Count(), 35, HadolintRules.All.Length);
    }

    private static IReadOnlyList<RecordedLint> Recorded { get; } = RecordedLint.Read(RecordingFiles.Hadolint);

    // Where Hadolint itself is not there, this is what it printed.
    private static IReadOnlyList<HadolintFindings> RecordedFindings =>
        [.. Recorded.Select(dockerfile => new HadolintFindings(dockerfile, [.. dockerfile.Found]))];

    private static IReadOnlyList<RecordedLint> Own { get; } =
        [.. RecordedLint.Read(RecordingFiles.Own)
            .Where(row => row.HadolintReads && !row.Path.StartsWith("beyond-hadolint", StringComparison.Ordinal))];

    // ShellCheck's rules count only where it is installed, and not in the project's own Dockerfiles: Hadolint has a newer ShellCheck than Debian.
    private static IEnumerable<Finding> Judged(IEnumerable<Finding> findings, RecordedLint dockerfile, ShellCheckRun shell) =>
        shell.Missing || Own.Contains(dockerfile) ? findings.Where(finding => !finding.RuleId.StartsWith("SC", StringComparison.Ordinal)) : findings;
}
