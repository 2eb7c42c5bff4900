using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules;
using ContainerSecurity.Rules.Docker;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint;

namespace ContainerSecurity.Gates.Lint;

/// <summary>Docker's build checks over one Dockerfile; its directive decides which, then <c>hadolint.yaml</c> as for any rule.</summary>
internal static class DockerFindings
{
    /// <summary>What Docker itself would report.</summary>
    public static IEnumerable<(Rule<DockerBuild> Rule, Hit Hit)> Reported(DockerBuild build) =>
        CheckDirective.Read(build.Dockerfile).Directive is { } directive ? Reported(build, directive) : [];

    /// <summary>What is left when each finding is shown once: what a rule of Hadolint says too counts there.</summary>
    /// <param name="file">The same Dockerfile, as Hadolint's rules see it.</param>
    public static IEnumerable<Finding> Find(DockerBuild build, LintedFile file)
    {
        var (directive, wrong) = CheckDirective.Read(build.Dockerfile);
        if (directive is null)
            return [BuiltInLinter.Refused(build.Dockerfile.Path, build.Dockerfile.Directives.First(line => line.Name == "check").Line, wrong!)];
        return Reported(build, directive)
            .Where(found => !file.Settings.Ignored.Contains(found.Rule.Id) && !IsCovered(found.Rule, found.Hit, file))
            .Select(
                found => found.Rule.FindingAt(build.Dockerfile.Path, found.Hit) with { Severity = SeverityOf(found.Rule, directive, file.Settings) })
            .Distinct();
    }

    private static IEnumerable<(Rule<DockerBuild> Rule, Hit Hit)> Reported(DockerBuild build, CheckDirective directive)
    {
        var skipped = new SkippedChecks(build.Dockerfile);
        return from rule in DockerRules.All
               where directive.Runs(rule)
               from hit in rule.Check(build)
               where !skipped.Hold(rule.Id, hit.Line)
               select (rule, hit);
    }

    private static bool IsCovered(Rule<DockerBuild> rule, Hit hit, LintedFile file) =>
        rule.CoveredBy is { } id && HadolintRules.All.First(other => other.Id == id).Check(file).Any(said => said.Line == hit.Line);

    // `error=true` makes Docker refuse the build, whatever this repository's threshold is.
    private static Severity SeverityOf(Rule<DockerBuild> rule, CheckDirective directive, LintConfiguration configuration) =>
        directive.Errors ? Severity.High : configuration.Overrides.GetValueOrDefault(rule.Id, rule.Severity);
}
