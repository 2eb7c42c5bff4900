using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Options;
using ContainerSecurity.Processes;
using ContainerSecurity.Rules.Docker;
using ContainerSecurity.Rules.Hadolint;
using ContainerSecurity.Tools;
using ContainerSecurity.Tools.Hadolint;
using ContainerSecurity.Tools.ShellCheck;

namespace ContainerSecurity.Gates.Lint;

/// <summary>Every Dockerfile held against Hadolint's rules, by Hadolint or the built-in engine; <c>failure-threshold</c> alone decides.</summary>
internal static class LintGate
{
    public const string Name = "lint";

    public static GateDescription Description { get; } = new(Name)
    {
        Subject = "every Dockerfile, and the commands of compose files, devcontainers, workflows and actions",
        Engine = "Hadolint; Docker's build checks and the suite's own rules beside it",
        WithoutEngine = "built-in rules with Hadolint's codes; `hadolint.yaml` and pragmas hold for them too",
    };

    public static Gate Create(IToolSource tools, IToolRunner runner) => new(Description, async (input, cancellation) =>
    {
        var source = LintConfigurationSource.Read(input.Paths.Root, input.Options.HadolintConfig, DockerRules.Ids);
        if (input.LintedDockerfiles.IsEmpty)
        {
            return GateResult.CouldNotRun(
                Name, $"There is no Dockerfile in {input.Paths.Root}: nothing was linted. Name one with --dockerfile.{NotJudged(input)}");
        }

        // It needs nothing of what the engine says, so both work at the same time.
        var added = Task.Run(() => AddedFindings.Find(input, source.Configuration), cancellation);
        var run = await ChooseAsync(tools, input.Options.LintEngine, cancellation) is { Path: { } path, Version: { } version }
            ? await HadolintRunAsync(new HadolintEngine(runner, path, version), runner, input, source.Configuration, cancellation)
                with
            { EngineVersion = version }
            : await BuiltInRunAsync(runner, input, source.Configuration, cancellation);
        return LintJudgement.Create((await added).To(run, input), input, source).Decide();
    });

    /// <returns>Null for the built-in engine.</returns>
    private static async Task<AcquiredTool?> ChooseAsync(IToolSource tools, LintEngine asked, CancellationToken cancellation)
    {
        if (asked == LintEngine.BuiltIn)
            return null;
        var tool = await tools.AcquireAsync("hadolint", cancellation);
        if (tool is { Path: not null, Version: not null })
            return tool;
        return asked == LintEngine.Auto
            ? null
            : throw new InputException($"--lint-engine=hadolint: Hadolint is not available: {tool.Unavailable} Use --lint-engine=built-in.");
    }

    private static async Task<LintRun> BuiltInRunAsync(
        IToolRunner runner, GateInput input, LintConfiguration configuration, CancellationToken cancellation)
    {
        var shell = await ShellCheckRun.RunAsync(ShellCheck(runner, input), input.LintedDockerfiles, configuration, cancellation);
        return new LintRun
        {
            Engine = "built-in",
            EngineVersion = shell.Version is { } version ? $"ShellCheck {version}" : null,
            Findings = [.. input.LintedDockerfiles.SelectMany(source => BuiltInLinter.Lint(source, configuration, shell.Findings[source]))],
            Rules = HadolintRules.All.Length,
            Unseen = [.. shell.Unseen],
            Notes =
            [
                .. shell.Notes(),
                input.Options.LintEngine == LintEngine.BuiltIn
                    ? "The built-in rules judged, as asked."
                    : "Hadolint is not available here; the built-in rules with Hadolint's codes judged instead.",
            ],
        };
    }

    private static async Task<LintRun> HadolintRunAsync(
        HadolintEngine engine, IToolRunner runner, GateInput input, LintConfiguration configuration, CancellationToken cancellation)
    {
        var paths = input.LintedDockerfiles.Where(source => !source.IsInline).Select(source => source.Path);
        var found = await engine.LintAsync(input.Paths.Root, [.. paths], configuration, cancellation);
        var byFile = found.ToLookup(finding => finding.File!);
        var blind = input.LintedDockerfiles
            .Where(source => source.IsInline || (source.Parsed.Dockerfile is not null && byFile[source.Path].Any(IsSyntaxError)))
            .ToHashSet();
        var shell = await ShellCheckRun.RunAsync(ShellCheck(runner, input), blind, configuration, cancellation);
        return new LintRun
        {
            Engine = "hadolint",
            Findings =
            [
                .. input.LintedDockerfiles.SelectMany(source =>
                    blind.Contains(source)
                        ? BuiltInLinter.Lint(source, configuration, shell.Findings[source])
                        : Merged(source, byFile[source.Path])),
            ],
            Unseen = [.. shell.Unseen],
            Notes =
            [
                .. shell.Notes(),
                .. blind.Where(source => !source.IsInline)
                    .Select(source => $"Hadolint cannot read {source.Path}, a builder can; the built-in rules judged that file."),
                .. blind.Where(source => source.IsInline).Select(source => source.Path).Distinct()
                    .Select(path => $"The built-in rules judged the Dockerfiles that stand in {path}."),
            ],
        };
    }

    // Hadolint accepts what no builder does: a file without instructions, an unknown flag.
    private static IEnumerable<Finding> Merged(DockerfileSource source, IEnumerable<Finding> found) => source.Parsed.Errors.IsEmpty
        ? found
        : BuiltInLinter.Syntax(source).Concat(found.Where(finding => !IsSyntaxError(finding)));

    private static ShellCheckEngine ShellCheck(IToolRunner runner, GateInput input) =>
        new(runner, new ShellCheckCache(Path.Combine(input.Paths.Cache, "shellcheck")));

    private static string NotJudged(GateInput input) =>
        string.Concat(input.NotJudged.Take(3).Select(left => $" Not judged: {left.Written}."));

    private static bool IsSyntaxError(Finding finding) => finding.RuleId == HadolintCode.SyntaxError;
}
