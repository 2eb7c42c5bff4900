using System.Collections.Immutable;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Rules.Claims;

/// <summary>SM-2.3: git ignores the names under which secrets are kept, at any depth, and no file of the repository bears one.</summary>
internal static class GitIgnorePatterns
{
    private const string FileHelp = "Remove it from the repository, and change the secret if it was ever pushed.";

    private static readonly string[] Folders = ["", "new/folder"];

    private static readonly string[] Names =
    [
        ".env", ".env.local", "server.pem", "server.key", "store.pfx", "store.p12", "id_rsa", "id_ecdsa", "id_ed25519", ".netrc", ".npmrc",
        "credentials.json",
    ];

    public const string Patterns = "gitignore-patterns";

    public static readonly ImmutableArray<Check> Checks =
    [
        new(Patterns, CheckSubject.Tree, "Git ignores the names under which secrets are kept, at any depth.", CheckPatterns)
        {
            Defects = [new Defect.InTree(".gitignore takes private keys in again", _ => TreeEdits.Append(".gitignore", "!id_rsa"))],
        },
        new("secret-file-names", CheckSubject.Tree, "No file of the repository has the name of an environment file, key or key store.", CheckFiles)
        {
            Defects =
            [
                new Defect.InTree("a key store with a name that no pattern knows", _ => new FileEdit("planted/signing.jks", _ => "planted\n")),
            ],
        },
    ];

    private static IEnumerable<Observation> CheckPatterns(PolicyFacts facts) => Subjects.HeldUnless(
        from folder in Folders
        from name in Names
        let path = RepositoryPath.Join(folder, name)
        where !facts.IgnoreRules.IsIgnored(path, isDirectory: false)
        select new Observation.Broken($"git does not ignore {path}", Place.At(".gitignore", 1), $"Add a pattern for {name} to .gitignore."),
        () => $".gitignore: leaves out {string.Join(", ", Names)} at any depth");

    private static IEnumerable<Observation> CheckFiles(PolicyFacts facts) => Subjects.HeldUnless(
        from path in facts.Files
        let kind = SecretFileNames.FindKind(path)
        where kind is not null
        select new Observation.Broken($"{path} has the name of a {kind} and is not ignored", Place.At(path, 1), FileHelp),
        () => $"none of {facts.Files.Length} files has the name of an environment file, key or key store");
}
