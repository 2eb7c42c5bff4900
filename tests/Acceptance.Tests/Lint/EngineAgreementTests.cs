using ContainerSecurity.Gates;
using ContainerSecurity.Linting;
using ContainerSecurity.Tools;
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
        Requirement.Met(tool.Path is not null, $"Hadolint ({tool.Unavailable})");
        using var folder = new CorpusFolder();
        var configuration = LintConfigurationFile.Parse("hadolint.yaml", "override: {style: [DL1001, DL3057]}\ntrustedRegistries: [docker.io]\n");

        var theirs = (await new HadolintEngine(runner, tool.Path!, tool.Version!)
            .LintAsync(folder.Path, [.. folder.Sources.Select(file => file.Path)], configuration, CancellationToken.None)).ToLookup(finding => finding.File);
        var shell = await ShellCheckRun.RunAsync(runner, folder.Sources, configuration, CancellationToken.None);
        var differences =
            from file in folder.Sources
            let ours = BuiltInLinter.Lint(file, configuration, shell.Findings[file.Path])
            from difference in EngineDifferences.Between([.. theirs[file.Path]], [.. ours.Where(finding => !shell.Missing || finding.Code.StartsWith("DL", StringComparison.Ordinal))])
            select $"{file.Path}: {difference}\n{file.Text}";

        Assert.Equal("", string.Join('\n', differences));
    }

    [Fact]
    public void A_difference_is_told_whichever_engine_is_silent()
    {
        LintFinding finding = new("Dockerfile", 2, 1, "DL3004", LintLevel.Error, "a message");

        Assert.Empty(EngineDifferences.Between([finding], [finding with { Message = "another" }]));
        Assert.Equal(["only Hadolint: 2 DL3004 Error"], EngineDifferences.Between([finding], []));
        Assert.Equal(["only built-in: 2 DL3004 Error"], EngineDifferences.Between([finding, finding with { Line = 3 }], [finding, finding, finding with { Line = 3 }]));
        Assert.Equal(["only Hadolint: 2 DL3004 Error", "only built-in: 2 DL3004 Warning"], EngineDifferences.Between([finding], [finding with { Level = LintLevel.Warning }]));
    }

    [Fact]
    public void What_is_named_or_unreadable_to_Hadolint_is_no_difference()
    {
        LintFinding finding = new("Dockerfile", 2, 1, "SC2015", LintLevel.Info, "a message");

        Assert.Empty(EngineDifferences.Between([], [finding]));
        Assert.Empty(EngineDifferences.Between([finding with { Code = "DL1000" }], [finding with { Code = "DL3004" }]));
    }

    [Fact]
    public void Every_file_of_the_corpus_can_be_read_and_most_rules_have_something_to_say()
    {
        using var folder = new CorpusFolder();

        var findings = folder.Sources.SelectMany(file => BuiltInLinter.Lint(file, new LintConfiguration())).ToList();

        Assert.DoesNotContain(findings, finding => finding.Code == BuiltInLinter.SyntaxErrorCode);
        Assert.InRange(findings.Select(finding => finding.Code).Distinct().Count(), 35, RuleList.All.Length);
    }
}
