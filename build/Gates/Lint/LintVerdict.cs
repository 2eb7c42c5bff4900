using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Docker;
using ContainerSecurity.Rules.Dockerfiles;

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
            Findings = [.. run.Findings.Select(finding => finding with { Column = finding.Column ?? 1 })],
            Notes = [.. Reason(failing, run, source), .. weak, .. run.Notes],
        };
    }

    private static bool Fails(Finding finding, LintConfiguration configuration) =>
        finding.RuleId == HadolintCode.SyntaxError || (!configuration.NoFail && finding.Severity >= configuration.FailureThreshold);

    private static IEnumerable<string> Reason(int failing, LintRun run, LintConfigurationSource source)
    {
        var threshold = $"`failure-threshold` is `{source.Configuration.FailureThresholdName}` ({source.File ?? "the default"})";
        if (failing > 0)
            yield return $"{failing} of {run.Findings.Length} findings fail: {threshold}, and DL1000 always fails.";
    }

    // Honoured, since the repository may decide so; but no pass that a pipeline should rely upon.
    private static IEnumerable<string> Weaknesses(LintConfigurationSource source)
    {
        if (source.Configuration.NoFail)
            yield return $"{source.File} has `no-fail: true`: no finding fails this gate.";
        if (source.Configuration.FailureThreshold > Severity.Medium)
            yield return $"{source.File} has `failure-threshold: error`: warnings do not fail this gate.";
    }

    private static ImmutableSortedDictionary<string, object> Coverage(LintRun run, GateInput input, LintConfigurationSource source)
    {
        var coverage = ImmutableSortedDictionary<string, object>.Empty
            .Add("files", input.Dockerfiles.Select(dockerfile => dockerfile.Path).ToImmutableArray())
            .Add("instructions", input.Dockerfiles.Sum(dockerfile => dockerfile.Parsed.Dockerfile?.Instructions.Length ?? 0L))
            .Add("commandFiles", run.CommandFiles)
            .Add("dockerChecks", (long)DockerRules.All.Length)
            .Add("ownRules", (long)DockerfileRules.All.Length)
            .Add("configuration", source.File ?? "defaults")
            .Add("failureThreshold", source.Configuration.FailureThresholdName)
            .Add("ignored", source.Configuration.Ignored.ToImmutableArray());
        return run.Rules is { } rules ? coverage.Add("rules", (long)rules) : coverage;
    }
}
