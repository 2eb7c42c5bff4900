using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Docker;
using ContainerSecurity.Rules.Dockerfiles;

namespace ContainerSecurity.Gates.Lint;

/// <summary>What an engine's findings mean under the configuration.</summary>
internal static class LintJudgement
{
    private const int MostNamed = 20;

    public static Judgement Create(LintRun run, GateInput input, LintConfigurationSource source)
    {
        var weak = Weaknesses(source).ToImmutableArray();
        // What the builder could not execute is shown once.
        ImmutableArray<Finding> refused = [.. input.BuilderFindings.Where(finding => !run.Findings.Any(known => IsSame(known, finding)))];
        ImmutableArray<Finding> findings = [.. run.Findings.Select(finding => finding with { Column = finding.Column ?? 1 }), .. refused];
        return new Judgement
        {
            Gate = LintGate.Name,
            Engine = run.Engine,
            EngineVersion = run.EngineVersion,
            Coverage = CoverageOf(run, input, source),
            Findings = findings,
            FailOn = source.Configuration.NoFail ? null : source.Configuration.FailureThreshold,
            AlwaysFails = finding => finding.RuleId == HadolintCode.SyntaxError || refused.Contains(finding),
            WhyItFails = failing => $"{failing} of {findings.Length} findings fail: {Threshold(source)}, and DL1000 always fails.",
            Unseen = [.. input.Options.Strict ? weak : [], .. run.Unseen],
            Notes = [.. input.Options.Strict ? [] : weak, .. run.Notes, .. NotJudged(input)],
        };
    }

    private static IEnumerable<string> NotJudged(GateInput input)
    {
        foreach (var left in input.NotJudged.Take(MostNamed))
            yield return $"Not judged: {left.Written}.";
        if (input.NotJudged.Length > MostNamed)
            yield return $"{input.NotJudged.Length - MostNamed} more were not judged; `notJudged` of the coverage names all.";
    }

    private static string Threshold(LintConfigurationSource source) =>
        $"`failure-threshold` is `{source.Configuration.FailureThresholdName}` ({source.File ?? "the default"})";

    private static bool IsSame(Finding left, Finding right) => (left.RuleId, left.File, left.Line) == (right.RuleId, right.File, right.Line);

    // Honoured, since the repository may decide so; but no pass that a pipeline should rely upon.
    private static IEnumerable<string> Weaknesses(LintConfigurationSource source)
    {
        if (source.Configuration.NoFail)
            yield return $"{source.File} has `no-fail: true`: no finding fails this gate.";
        if (source.Configuration.FailureThreshold > Severity.Medium)
            yield return $"{source.File} has `failure-threshold: error`: warnings do not fail this gate.";
    }

    private static Coverage CoverageOf(LintRun run, GateInput input, LintConfigurationSource source)
    {
        var coverage = Coverage.None
            .List("files", input.LintedDockerfiles.Select(dockerfile => dockerfile.Path), "Dockerfile")
            .Count("instructions", input.LintedDockerfiles.Sum(dockerfile => dockerfile.Parsed.Dockerfile?.Instructions.Length ?? 0L), "instruction");
        return (run.Rules is { } rules ? coverage.Count("rules", rules, "rule") : coverage)
            .Count("dockerChecks", DockerRules.All.Length, "Docker check")
            .Count("ownRules", DockerfileRules.All.Length)
            .List("commandFiles", run.CommandFiles)
            .List("notJudged", input.NotJudged.Select(left => left.Written))
            .Text("configuration", source.File ?? "defaults")
            .Text("failureThreshold", source.Configuration.FailureThresholdName)
            .List("ignored", source.Configuration.Ignored);
    }
}
