using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Gates.Lint;

/// <summary>Docker's build checks over one Dockerfile; its directive decides which, then <c>hadolint.yaml</c> as for any rule.</summary>
internal static class DockerFindings
{
    /// <summary>What Docker itself would report.</summary>
    public static IEnumerable<(DockerCheck Check, LintHit Hit)> Reported(DockerBuild build) =>
        CheckDirective.Of(build.Dockerfile).Directive is { } directive ? Reported(build, directive) : [];

    /// <summary>What is left when each finding is shown once: what a rule of Hadolint says too counts there.</summary>
    /// <param name="file">The same Dockerfile, as Hadolint's rules see it.</param>
    public static IEnumerable<LintFinding> Of(DockerBuild build, LintedFile file)
    {
        var (directive, wrong) = CheckDirective.Of(build.Dockerfile);
        if (directive is null)
            return [Refused(build.Dockerfile, wrong!)];
        return Reported(build, directive)
            .Where(found => !file.Settings.Ignored.Contains(found.Check.Name) && !IsSaidByTwin(found.Check, found.Hit, file))
            .Select(found => Finding(build.Dockerfile.Path, found.Check, found.Hit, LevelOf(found.Check, directive, file.Settings)))
            .Distinct();
    }

    private static IEnumerable<(DockerCheck Check, LintHit Hit)> Reported(DockerBuild build, CheckDirective directive) =>
        from check in DockerCheckList.All
        where directive.Runs(check)
        from hit in check.Check(build)
        select (check, hit);

    private static bool IsSaidByTwin(DockerCheck check, LintHit hit, LintedFile file) =>
        check.Twin is { } twin && twin.Check(file).Any(said => said.Line == hit.Line);

    // `error=true` makes Docker refuse the build, whatever this repository's threshold is.
    private static LintLevel LevelOf(DockerCheck check, CheckDirective directive, LintConfiguration configuration) =>
        directive.Errors ? LintLevel.Error : configuration.Overrides.GetValueOrDefault(check.Name, LintLevel.Warning);

    private static LintFinding Finding(string path, DockerCheck check, LintHit hit, LintLevel level) =>
        new(path, hit.Line, 1, check.Name, level, hit.Message ?? check.Message);

    private static LintFinding Refused(Dockerfile dockerfile, string why)
    {
        var line = dockerfile.Directives.First(directive => directive.Name == "check").Line;
        return new LintFinding(dockerfile.Path, line, 1, BuiltInLinter.RefusedCode, LintLevel.Error, why);
    }
}
