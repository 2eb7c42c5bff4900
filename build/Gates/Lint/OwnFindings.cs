using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ConfigurationFiles;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Rules.Dockerfiles;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Gates.Lint;

/// <summary>The rules that Hadolint lacks over Dockerfiles and over the commands of other files; <c>hadolint.yaml</c> and pragmas hold as for any rule.</summary>
internal static class OwnFindings
{
    /// <param name="file">The same Dockerfile, as Hadolint's rules see it.</param>
    public static IEnumerable<Finding> Of(DockerBuild build, LintedFile file) =>
        Of(CommandSourceReader.Read(build, file.Settings), file.Comments, file.Instructions);

    /// <summary>Over the commands of a workflow, an action or a devcontainer.json.</summary>
    public static IEnumerable<Finding> Of(ConfigurationFile file, LintConfiguration configuration) =>
        Of(CommandSourceReader.Read(file, configuration), file.Comments, []);

    private static IEnumerable<Finding> Of(CommandSource source, IEnumerable<Comment> comments, IEnumerable<LintedInstruction> instructions)
    {
        var found =
            from rule in DockerfileRules.All
            where FindingFilter.IsOn(rule, source.Settings)
            from hit in rule.Check(source)
            select rule.FindingAt(source.Path, hit);
        return new FindingFilter(comments, instructions, source.Settings).Apply(found.Distinct());
    }
}
