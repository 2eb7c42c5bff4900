using ContainerSecurity.Findings;
using ContainerSecurity.Formats.ConfigurationFiles;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Hadolint;
using ContainerSecurity.Formats.Scripts;
using ContainerSecurity.Rules.Dockerfiles;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Shell.Flow.Values;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Gates.Lint;

/// <summary>Our own rules over Dockerfiles and over the commands of other files.</summary>
/// <remarks><c>hadolint.yaml</c> and pragmas apply as to any rule.</remarks>
internal static class OwnFindings
{
    /// <param name="source">A Dockerfile.</param>
    /// <param name="file">The same one, as Hadolint's rules see it.</param>
    /// <returns>Those in it, and those in scripts that it runs.</returns>
    public static IEnumerable<Finding> Find(CommandSource source, LintedFile file) => Find(source, file.Comments, file.Instructions);

    /// <summary>Over the commands of a workflow, an action or a devcontainer.json.</summary>
    public static IEnumerable<Finding> Find(ConfigurationFile file, LintConfiguration configuration) =>
        Find(CommandSourceReader.Read(file, configuration), file.Comments, []);

    /// <summary>Over a script file that other files name.</summary>
    public static IEnumerable<Finding> Find(Script script, LintConfiguration configuration) =>
        Find(CommandSourceReader.Read(script, configuration), CommentsOf(script.Text), []);

    /// <summary>Over a script file that images run.</summary>
    /// <param name="brought">What is wrong with what it brings, found where it is run.</param>
    public static IEnumerable<Finding> Find(KnownFile file, IEnumerable<Finding> brought, LintConfiguration configuration) =>
        new FindingFilter(CommentsOf(file.Text), [], configuration).Apply(brought.Concat(Judge(CommandSourceReader.Read(file, configuration))));

    private static IEnumerable<Finding> Find(CommandSource source, IEnumerable<Comment> comments, IEnumerable<LintedInstruction> instructions)
    {
        var (filter, found) = (new FindingFilter(comments, instructions, source.Settings), Judge(source).Distinct().ToList());
        return filter.Apply(found.Where(finding => finding.File == source.Path)).Concat(found.Where(finding => finding.File != source.Path));
    }

    private static IEnumerable<Finding> Judge(CommandSource source) =>
    [
        .. from rule in DockerfileRules.All
           where FindingFilter.IsOn(rule, source.Settings)
           from hit in rule.Check(source)
           select rule.FindingAt(source.Path, hit),
        .. source.FlowFaults(FaultKind.RunUnread).Select(hit => BuiltInLinter.Refused(hit.File ?? source.Path, hit.Line, hit.What!)),
    ];

    private static IEnumerable<Comment> CommentsOf(string script) =>
        from line in script.Split('\n').Index()
        let text = line.Item.TrimStart()
        where text.StartsWith('#') || text.StartsWith("//", StringComparison.Ordinal)
        select new Comment(line.Index + 1, text.TrimStart('#', '/'));
}
