using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Processes;
using ContainerSecurity.Rules.Docker;
using ContainerSecurity.Rules.Hadolint;
using ContainerSecurity.Tools.Acquisition;
using ContainerSecurity.Tools.Hadolint;

namespace Acceptance.Tests.Lint;

/// <summary>Both engines lint the same files; a difference that is not named fails.</summary>
public sealed class EngineAgreementTests
{
    [SkippableFact]
    public async Task Both_engines_find_the_same_in_the_corpus()
    {
        var runner = new ToolRunner();
        var source = new ToolSource(ToolsLock.Load(Repository.Paths.ToolsLock), new ToolSourceSettings { Cache = Repository.Paths.Cache }, runner);
        var tool = await source.AcquireAsync("hadolint", CancellationToken.None);
        Requirement.Hadolint(tool.Path is not null, $"Hadolint ({tool.Unavailable})");
        using var folder = new CorpusFolder();
        var configuration = LintConfigurationFile.Parse("hadolint.yaml", "override: {style: [DL1001, DL3057]}\ntrustedRegistries: [docker.io]\n", DockerRules.Ids);

        var theirs = (await new HadolintEngine(runner, tool.Path!, tool.Version!)
            .LintAsync(folder.Path, [.. folder.Sources.Select(file => file.Path)], configuration, CancellationToken.None)).ToLookup(finding => finding.File!);
        var shell = await ShellCheckRun.RunAsync(runner, folder.Sources, configuration, CancellationToken.None);
        var differences =
            from file in folder.Sources
            let ours = BuiltInLinter.Lint(file, configuration, shell.Findings[file.Path])
            from difference in EngineDifferences.Between([.. Judged(theirs[file.Path], shell)], [.. Judged(ours, shell)])
            select $"{file.Path}: {difference}\n{file.Text}";

        Assert.Equal("", string.Join('\n', differences));
    }

    [Fact]
    public async Task The_built_in_engine_finds_what_Hadolint_was_recorded_to_find()
    {
        var recordings = HadolintRecording.ReadAll();
        var shell = await ShellCheckRun.RunAsync(new ToolRunner(), recordings.Select(recording => recording.Source), new LintConfiguration(), CancellationToken.None);
        var differences =
            from recording in recordings
            let ours = BuiltInLinter.Lint(recording.Source, recording.Configuration, shell.Findings[recording.Source.Path])
            from difference in EngineDifferences.Between([.. Judged(recording.Findings, shell)], [.. Judged(ours, shell)])
            select $"{recording.Source.Path}: {difference}";

        Assert.Equal("", string.Join('\n', differences));
        Assert.All(recordings, recording => Assert.NotNull(recording.Source.Parsed.Dockerfile));
        Assert.InRange(recordings.SelectMany(recording => recording.Findings).Select(finding => finding.RuleId).Distinct().Count(), 15, HadolintRules.All.Length);
    }

    [Fact]
    public void A_difference_is_told_whichever_engine_is_silent()
    {
        Finding finding = new() { RuleId = "DL3004", Severity = Severity.High, Message = "a message", File = "Dockerfile", Line = 2 };

        Assert.Empty(EngineDifferences.Between([finding], [finding with { Message = "another" }]));
        Assert.Equal(["only Hadolint: 2 DL3004 High"], EngineDifferences.Between([finding], []));
        Assert.Equal(["only built-in: 2 DL3004 High"], EngineDifferences.Between([finding, finding with { Line = 3 }], [finding, finding, finding with { Line = 3 }]));
        Assert.Equal(["only Hadolint: 2 DL3004 High", "only built-in: 2 DL3004 Medium"], EngineDifferences.Between([finding], [finding with { Severity = Severity.Medium }]));
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
        using var folder = new CorpusFolder();

        var findings = folder.Sources.SelectMany(file => BuiltInLinter.Lint(file, new LintConfiguration())).ToList();

        Assert.DoesNotContain(findings, finding => finding.RuleId == HadolintCode.SyntaxError);
        Assert.InRange(findings.Select(finding => finding.RuleId).Distinct().Count(), 35, HadolintRules.All.Length);
    }

    // Where ShellCheck is not installed, its rules are nobody's.
    private static IEnumerable<Finding> Judged(IEnumerable<Finding> findings, ShellCheckRun shell) =>
        findings.Where(finding => !shell.Missing || !finding.RuleId.StartsWith("SC", StringComparison.Ordinal));
}
