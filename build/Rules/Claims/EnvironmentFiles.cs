using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Claims;

/// <summary>SM-2.1: a .env in any folder stays out of git and out of every image build.</summary>
internal static class EnvironmentFiles
{
    private const string GitHelp = "Add the lines `.env` and `.env.*` to .gitignore, and take no folder out again.";
    private const string DockerHelp = "Exclude all with `*`, then allow what the image needs by name.";

    private static readonly string[] Names = [".env", ".env.local", ".env.production"];

    public static readonly ImmutableArray<Check> Checks =
    [
        new("environment-files-git", CheckSubject.Tree, "Git ignores environment files in every folder.", CheckGit)
        {
            Defects =
            [
                new Defect.InTree(".gitignore takes .env files in again", _ => TreeEdits.Append(".gitignore", "!.env"))
                {
                    SeenToo = [GitIgnorePatterns.Patterns],
                },
            ],
        },
        new("environment-files-build", CheckSubject.Tree, "No image build is sent an environment file.", CheckDocker)
        {
            Defects =
            [
                new Defect.InTree("a .dockerignore takes all in again", facts =>
                    TreeEdits.Append(facts.DockerIgnores is [var first, ..] ? first.Path : ".dockerignore", "!**")),
            ],
        },
    ];

    private static IEnumerable<Observation> CheckGit(PolicyFacts facts) => Subjects.HeldUnless(
        from path in Paths(facts)
        where !facts.IgnoreRules.IsIgnored(path, isDirectory: false)
        select new Observation.Broken($"git does not ignore {path}", Place.At(".gitignore", 1), GitHelp),
        () => Evidence(".gitignore", facts));

    private static IEnumerable<Observation> CheckDocker(PolicyFacts facts) => facts is { DockerIgnores: [], UnreadConfigurations: [] }
        ? [new Observation.Broken("there is no .dockerignore, so an image build is sent every .env", Place.At(".dockerignore", 1), DockerHelp)]
        : [.. Subjects.Unread(facts), .. facts.DockerIgnores.SelectMany(ignore => Subjects.HeldUnless(
            from path in Paths(facts)
            where ignore.Rules.ExcludedBy(path) is null
            select new Observation.Broken($"the image build is sent {path}", Place.At(ignore.Path, 1), DockerHelp),
            () => Evidence(ignore.Path, facts)))];

    private static string Evidence(string file, PolicyFacts facts) =>
        $"{file}: leaves out {string.Join(", ", Names)} in each of {Folders(facts).Count()} folders";

    private static IEnumerable<string> Paths(PolicyFacts facts) => Folders(facts).SelectMany(folder => Names, RepositoryPath.Join);

    /// <summary>Every folder there is, and one that is not, for those to come.</summary>
    private static IEnumerable<string> Folders(PolicyFacts facts) =>
        facts.Files.Select(RepositoryPath.FolderOf).Append("new/folder").Distinct();
}
