using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Gates.Lint;
using ContainerSecurity.Rules;
using ContainerSecurity.Rules.Facts;

namespace Build.Tests.Rules;

/// <summary>One rule over one Dockerfile, the way a run does it.</summary>
internal static class RuleBench
{
    /// <summary>The lines in which the rule is broken.</summary>
    public static int[] Lines(Rule<LintedFile> rule, string dockerfile, LintConfiguration? settings = null) =>
        [.. Lint(dockerfile, Raised(rule, settings ?? new LintConfiguration()))
            .Where(finding => finding.RuleId == rule.Id)
            .Select(finding => finding.Line!.Value)];

    public static ImmutableArray<Finding> Lint(string dockerfile, LintConfiguration? settings = null) =>
        BuiltInLinter.Lint(
            new DockerfileSource("Dockerfile", dockerfile, DockerfileParser.Parse("Dockerfile", dockerfile)), settings ?? new LintConfiguration());

    // Rules that are off by default are judged too.
    private static LintConfiguration Raised(Rule<LintedFile> rule, LintConfiguration settings) => rule.IsOptIn
        ? settings with { Overrides = settings.Overrides.Add(rule.Id, Severity.Info) }
        : settings;
}
