using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Formats.Containers;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Rules.Claims.Facts;
using ContainerSecurity.Secrets;

namespace ContainerSecurity.Rules.Claims;

/// <summary>CT-1.4: what holds keys, and the folder that decides how the container starts, is never writable inside it.</summary>
internal static partial class ReadOnlyMounts
{
    private const string StringForm =
        "Write it in the string form with `readonly`: \"source=…,target=…,type=bind,readonly\"; the object form cannot be read-only.";

    private const string OverItself =
        "Mount it over itself: \"source=${localWorkspaceFolder}/.devcontainer,target=${containerWorkspaceFolder}/.devcontainer,type=bind,readonly\".";

    public static readonly ImmutableArray<Check> Checks =
    [
        new(
            "read-only-mounts",
            CheckSubject.Tree,
            "What holds keys, and the folder that decides how the devcontainer starts, is mounted read-only.",
            facts => Subjects.DevContainers(facts, CheckContainer))
        {
            Defects =
            [
                new Defect.InTree("SSH keys are mounted writable", facts =>
                    TreeEdits.AddMount(facts, "source=${localEnv:HOME}/.ssh,target=/home/planted/.ssh,type=bind")),
                new Defect.InTree("no mount is left, the folder .devcontainer is writable", facts => TreeEdits.InDevContainer(facts, "mounts", "[]")),
            ],
        },
    ];

    private static IEnumerable<Observation> CheckContainer(DevContainer container) => Subjects.HeldUnless(
        [.. CheckKeys(container), .. Subjects.IsIsolated(container) ? [] : CheckOwnFolder(container)],
        () =>
            $"{container.Path}: read-only are {string.Join(", ", container.Mounts.Where(mount => mount.IsReadOnly).Select(mount => mount.Target))}");

    private static IEnumerable<Observation> CheckKeys(DevContainer container) =>
        from mount in container.Mounts
        where !mount.IsReadOnly
        let sensitive = SensitiveContent(mount)
        where sensitive is not null
        select new Observation.Broken(
            $"the mount “{mount.Text}” gives {sensitive} to the container without read-only", container.At(mount.Line), StringForm);

    private static string? SensitiveContent(ContainerMount mount) =>
        SshPath().IsMatch(mount.Text) ? "SSH keys"
        : mount.IsBind && HomeFolder().IsMatch(mount.Source ?? "") ? "the home folder with its SSH keys"
        : IsKeyFile(mount.Source) || IsKeyFile(mount.Target) ? "keys"
        : null;

    /// <summary>Otherwise the agent could write a command into devcontainer.json that the host runs at the next start.</summary>
    private static IEnumerable<Observation> CheckOwnFolder(DevContainer container)
    {
        if (!container.Mounts.Any(mount => mount.IsReadOnly && OwnFolder().IsMatch(mount.Source ?? "") && OwnFolder().IsMatch(mount.Target)))
            yield return new Observation.Broken("the folder .devcontainer is writable inside the container", container.PlaceOf("mounts"), OverItself);
    }

    private static bool IsKeyFile(string? path) => path is not null && SecretFileNames.FindKind(path.TrimEnd('/')) is not null;

    [GeneratedRegex(@"(^|[/\\=:])(\.ssh|id_(rsa|dsa|ecdsa|ed25519))([/\\,:]|\z)")]
    private static partial Regex SshPath();

    [GeneratedRegex(@"^(/|~|\$HOME|(\$\{localEnv:(HOME|USERPROFILE|HOMEPATH)[^}]*\})+|/root|/home(/[^/]+)?|/Users(/[^/]+)?)/*\z")]
    private static partial Regex HomeFolder();

    [GeneratedRegex(@"/\.devcontainer/?\z")]
    private static partial Regex OwnFolder();
}
