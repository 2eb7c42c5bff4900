using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Containers;
using ContainerSecurity.Formats.DevContainers;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Rules.Claims.Facts;

namespace ContainerSecurity.Rules.Claims;

/// <summary>CT-1.5: the devcontainer gets no hold on the host.</summary>
internal static partial class HostIsolation
{
    private static readonly string[] Namespaces = ["network", "net", "pid", "ipc", "uts", "userns", "cgroupns"];

    private static readonly string[] Privileges =
        ["cap-add", "device", "device-cgroup-rule", "gpus", "volumes-from", "cgroup-parent", "runtime", "env-file", "link"];

    public static readonly ImmutableArray<Check> Checks =
    [
        new(
            "devcontainer-host",
            CheckSubject.Tree,
            "The devcontainer runs nothing on the host and asks for no privilege, capability, device, namespace, system folder or engine socket.",
            facts => Subjects.DevContainers(facts, CheckContainer))
        {
            Defects =
            [
                new Defect.InTree("a command runs on the host", facts => TreeEdits.InDevContainer(facts, "initializeCommand", "\"true\"")),
                new Defect.InTree("privileged mode", facts => TreeEdits.InDevContainer(facts, "privileged", "true")),
                new Defect.InTree("a capability is added", facts => TreeEdits.InDevContainer(facts, "capAdd", """["SYS_PTRACE"]""")),
                new Defect.InTree("the engine's socket is mounted", facts => TreeEdits.AddMount(
                    facts, "source=/var/run/docker.sock,target=/var/run/docker.sock,type=bind,readonly")),
            ],
        },
        new("build-sandbox", CheckSubject.Tree, "No RUN of a Dockerfile leaves the sandbox of the build.", facts =>
            Subjects.Stages(facts, CheckStage))
        {
            Defects = [new Defect.InTree("a RUN with the host's network", facts => TreeEdits.InLastStage(facts, "RUN --network=host true"))],
        },
    ];

    private static IEnumerable<Observation> CheckContainer(DevContainer container) => Subjects.HeldUnless(
        [
            .. CheckProperties(container),
            .. container.RunOptions.SelectMany(option => CheckOption(option).Select(message => Broken(message, container.At(option.Line)))),
            .. container.Mounts.SelectMany(mount => CheckMount(mount).Select(message => Broken(message, container.At(mount.Line)))),
        ],
        () => $"{container.Path}: no host command, privilege, capability, device, namespace or socket in "
            + $"{container.RunOptions.Length} run options and {container.Mounts.Length} mounts");

    private static IEnumerable<Observation> CheckProperties(DevContainer container)
    {
        if (container.Asks("initializeCommand"))
            yield return Broken("initializeCommand runs on the host", container.PlaceOf("initializeCommand"));
        if (container.Asks("privileged"))
            yield return Broken("privileged mode is asked for", container.PlaceOf("privileged"));
        if (container.Asks("capAdd"))
            yield return Broken("capabilities are added", container.PlaceOf("capAdd"));
        foreach (var option in (container["securityOpt"]?.Items ?? []).Where(option => !Tightens(option.Text)))
            yield return Broken($"securityOpt “{option.Text}” loosens the confinement", container.At(option.Line));
    }

    private static IEnumerable<string> CheckOption(RunOption option)
    {
        var written = $"--{option.Name} {option.Value}".TrimEnd();
        if (option.Name == "privileged" && option.IsOn)
        {
            yield return "runArgs ask for privileged mode";
        }
        else if (Namespaces.Contains(option.Name)
            && (option.Value == "host" || option.Value?.StartsWith("container:", StringComparison.Ordinal) == true))
        {
            yield return $"runArgs share a namespace with {written}";
        }
        else if (Privileges.Contains(option.Name))
        {
            yield return $"runArgs give the container {written}";
        }
        else if (option.Name == "security-opt" && !Tightens(option.Value))
        {
            yield return $"runArgs loosen the confinement with {written}";
        }
    }

    private static IEnumerable<string> CheckMount(ContainerMount mount)
    {
        if (EngineSocket().IsMatch(mount.Text))
            yield return $"the mount “{mount.Text}” hands over the container engine";
        else if (mount.IsBind && SystemFolder().IsMatch(mount.Source ?? ""))
            yield return $"the mount “{mount.Text}” hands over a folder of the host's system";
    }

    private static IEnumerable<Observation> CheckStage(BuildStage stage) => Subjects.HeldUnless(
        from run in stage.All("RUN")
        from flag in run.Flags
        where flag is { Name: "security", Value: "insecure" } or { Name: "network", Value: "host" }
        select Broken($"RUN --{flag.Name}={flag.Value} in stage {stage.Name} builds outside the sandbox", stage.At(run)),
        () => $"{stage.File}: {stage.All("RUN").Count()} RUN of stage {stage.Name} stay in the sandbox");

    private static bool Tightens(string? option) => option is "no-new-privileges" or "no-new-privileges:true" or "no-new-privileges=true";

    private static Observation.Broken Broken(string message, Place place) => new(message, place, "Remove it.");

    [GeneratedRegex(@"(docker|podman|containerd|crio|buildkitd)[^/,:]*\.sock|docker_engine")]
    private static partial Regex EngineSocket();

    [GeneratedRegex(@"^/+(\.*/+)*((etc|proc|sys|dev|run|var|boot|usr|lib|lib64|bin|sbin|root|opt|srv)(/.*)?)?\z")]
    private static partial Regex SystemFolder();
}
