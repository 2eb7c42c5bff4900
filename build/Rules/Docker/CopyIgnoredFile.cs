using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Formats.Dockerfiles.Parsing;
using ContainerSecurity.Formats.Dockerfiles.Stages;

namespace ContainerSecurity.Rules.Docker;

/// <summary>What <c>.dockerignore</c> excludes never reaches the builder.</summary>
internal static class CopyIgnoredFile
{
    private static readonly string[] Remote = ["http://", "https://", "git://", "ssh://", "git@", "github.com/"];

    public static Rule<DockerBuild> Rule { get; } = DockerRule.Over(
        nameof(CopyIgnoredFile),
        "Copy only what .dockerignore leaves in the build context.",
        Excluded);

    private static IEnumerable<Hit> Excluded(DockerBuild build)
    {
        var copies = build.Steps.Where(step => step.Keyword is "ADD" or "COPY" && step.Instruction.Flags.All(flag => flag.Name != "from")).ToList();
        // With exceptions (`!`) nobody can tell whether something of an excluded folder remains.
        if (copies.Count == 0 || build.Ignored is not { HasExceptions: false } ignored)
            return [];
        return from step in copies
               from source in step.Words.SkipLast(1).Where(IsOfTheContext)
               let path = ImagePath.Normalise(source)?.TrimStart('/')
               where path is not null && (path.Length == 0 ? ignored.ExcludesAll : ignored.ExcludedBy(path) is not null)
               select new Hit(
                   step.Line)
               {
                   Message = $"`{source}` is excluded from the build context by .dockerignore; copy something else, or take the "
                       + "pattern out."
               };
    }

    private static bool IsOfTheContext(string source) =>
        HereDocumentWord.Parse(source) is null && !Remote.Any(start => source.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
