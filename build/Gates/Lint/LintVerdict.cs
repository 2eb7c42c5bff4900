using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;

namespace ContainerSecurity.Gates.Lint;

/// <summary>Decides what an engine's findings mean under the configuration.</summary>
internal static class LintVerdict
{
    public static GateResult Decide(LintRun run, GateInput input, LintConfigurationSource source)
    {
        var weak = Weaknesses(source).ToList();
        var failing = run.Findings.Count(finding => Fails(finding, source.Configuration));
        return new GateResult
        {
            Name = LintGate.Name,
            Engine = run.Engine,
            EngineVersion = run.EngineVersion,
            Verdict = failing > 0 ? Verdict.Fail : run.ShellCheckMissing || (weak.Count > 0 && input.Options.Strict) ? Verdict.Incomplete : Verdict.Pass,
            Coverage = Coverage(run, input, source),
            Findings = [.. run.Findings.Select(finding => finding.ToFinding())],
            Notes = [.. Reason(failing, run, source), .. weak, .. run.Notes],
        };
    }

    private static bool Fails(LintFinding finding, LintConfiguration configuration) =>
        finding.Code == BuiltInLinter.SyntaxErrorCode || (!configuration.NoFail && finding.Level <= configuration.FailureThreshold);

    private static IEnumerable<string> Reason(int failing, LintRun run, LintConfigurationSource source)
    {
        var threshold = $"`failure-threshold` is `{LintLevels.Name(source.Configuration.FailureThreshold)}` ({source.File ?? "the default"})";
        if (failing > 0)
            yield return $"{failing} of {run.Findings.Length} findings fail: {threshold}, and DL1000 always fails.";
    }

    // Honoured, since the repository may decide so; but no pass that a pipeline should rely upon.
    private static IEnumerable<string> Weaknesses(LintConfigurationSource source)
    {
        if (source.Configuration.NoFail)
            yield return $"{source.File} has `no-fail: true`: no finding fails this gate.";
        if (source.Configuration.FailureThreshold < LintLevel.Warning)
            yield return $"{source.File} has `failure-threshold: error`: warnings do not fail this gate.";
    }

    private static ImmutableSortedDictionary<string, object> Coverage(LintRun run, GateInput input, LintConfigurationSource source)
    {
        var coverage = ImmutableSortedDictionary<string, object>.Empty
            .Add("files", input.Dockerfiles.Select(dockerfile => dockerfile.Path).ToImmutableArray())
            .Add("instructions", input.Dockerfiles.Sum(dockerfile => dockerfile.Parsed.Dockerfile?.Instructions.Length ?? 0L))
            .Add("commandFiles", run.CommandFiles)
            .Add("dockerChecks", (long)DockerCheckList.All.Length)
            .Add("ownRules", (long)OwnRuleList.All.Length)
            .Add("configuration", source.File ?? "defaults")
            .Add("failureThreshold", LintLevels.Name(source.Configuration.FailureThreshold))
            .Add("ignored", source.Configuration.Ignored.ToImmutableArray());
        return run.Rules is { } rules ? coverage.Add("rules", (long)rules) : coverage;
    }
}
