using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ConfigurationFiles;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Rules.Dockerfiles;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Gates.Lint;

/// <summary>Our own rules over Dockerfiles and over the commands of other files.</summary>
/// <remarks><c>hadolint.yaml</c> and pragmas apply as to any rule.</remarks>
internal static class OwnFindings
{
    /// <param name="file">The same Dockerfile, as Hadolint's rules see it.</param>
    public static IEnumerable<Finding> Find(DockerBuild build, LintedFile file) =>
        Find(CommandSourceReader.Read(build, file.Settings), file.Comments, file.Instructions);

    /// <summary>Over the commands of a workflow, an action or a devcontainer.json.</summary>
    public static IEnumerable<Finding> Find(ConfigurationFile file, LintConfiguration configuration) =>
        Find(CommandSourceReader.Read(file, configuration), file.Comments, []);

    /// <summary>Over a script file.</summary>
    public static IEnumerable<Finding> Find(Script script, LintConfiguration configuration) =>
        Find(CommandSourceReader.Read(script, configuration), [], []);

    private static IEnumerable<Finding> Find(CommandSource source, IEnumerable<Comment> comments, IEnumerable<LintedInstruction> instructions)
    {
        var found =
            from rule in DockerfileRules.All
            where FindingFilter.IsOn(rule, source.Settings)
            from hit in rule.Check(source)
            select rule.FindingAt(source.Path, hit);
        return new FindingFilter(comments, instructions, source.Settings).Apply(found.Distinct());
    }
}
