using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ConfigurationFiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules;

namespace ContainerSecurity.Gates.Lint;

/// <summary>The rules that Hadolint lacks over Dockerfiles and over the commands of other files; <c>hadolint.yaml</c> and pragmas hold as for any rule.</summary>
internal static class OwnFindings
{
    /// <param name="file">The same Dockerfile, as Hadolint's rules see it.</param>
    public static IEnumerable<LintFinding> Of(DockerBuild build, LintedFile file)
    {
        var judged = new JudgedDockerfile(build, file.Settings);
        var found =
            from rule in OwnRuleList.All
            where FindingFilter.IsOn(rule.Code, rule.Level, file.Settings)
            from hit in rule.OfDockerfile(judged).Concat(judged.Scripts.SelectMany(item => rule.Check(item.Script).Select(hit => hit with { Line = item.Line })))
            select Finding(build.Dockerfile.Path, rule, hit);
        return new FindingFilter(file.Comments, file.Instructions, file.Settings).Apply(found.Distinct());
    }

    /// <summary>Over the commands of a workflow, an action or a devcontainer.json.</summary>
    public static IEnumerable<LintFinding> Of(ConfigurationFile file, LintConfiguration configuration)
    {
        var found =
            from script in file.Scripts
            let judged = new JudgedScript(script.Shell, script.Language, configuration) { IsOfContainer = file.Kind == ConfigurationFileKind.DevContainer }
            from rule in OwnRuleList.All
            where FindingFilter.IsOn(rule.Code, rule.Level, configuration)
            from hit in rule.Check(judged)
            select Finding(file.Path, rule, hit with { Line = script.PlaceOf(hit.Line).Line!.Value });
        return new FindingFilter(file.Comments, [], configuration).Apply(found.Distinct());
    }

    private static LintFinding Finding(string path, OwnRule rule, LintHit hit) => new(path, hit.Line, 1, rule.Code, rule.Level, rule.MessageOf(hit));
}
