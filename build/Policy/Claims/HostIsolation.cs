using System.Text.RegularExpressions;
using ContainerSecurity.Policy.DevContainers;
using ContainerSecurity.Policy.Stages;

namespace ContainerSecurity.Policy.Claims;

/// <summary>CT-1.5: the devcontainer gets no hold on the host.</summary>
internal static partial class HostIsolation
{
    public static readonly Claim Claim = new("CT-1.5", "Host Isolation", facts =>
        [.. Subjects.DevContainers(facts, CheckContainer), .. Subjects.Stages(facts, CheckStage)]);

    private static readonly string[] Namespaces = ["network", "net", "pid", "ipc", "uts", "userns", "cgroupns"];

    private static readonly string[] Privileges =
        ["cap-add", "device", "device-cgroup-rule", "gpus", "volumes-from", "cgroup-parent", "runtime", "env-file", "link"];

    private static IEnumerable<Observation> CheckContainer(DevContainer container) => Subjects.HeldUnless(
        [.. Properties(container), .. container.RunOptions.SelectMany(option => Options(container, option)), .. container.Mounts.SelectMany(mount => Mounts(container, mount))],
        () => $"{container.Path}: no host command, privilege, capability, device, namespace or socket in {container.RunOptions.Length} run options and {container.Mounts.Length} mounts");

    private static IEnumerable<Observation> Properties(DevContainer container)
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

    private static IEnumerable<Observation> Options(DevContainer container, RunOption option)
    {
        if (option.Name == "privileged" && option.IsOn)
            yield return Broken("runArgs ask for privileged mode", container.At(option.Line));
        else if (Namespaces.Contains(option.Name) && option.Value is { } shared && (shared == "host" || shared.StartsWith("container:", StringComparison.Ordinal)))
            yield return Broken($"runArgs share a namespace with --{option.Name}={shared}", container.At(option.Line));
        else if (Privileges.Contains(option.Name))
            yield return Broken($"runArgs give the container --{option.Name} {option.Value}", container.At(option.Line));
        else if (option.Name == "security-opt" && !Tightens(option.Value))
            yield return Broken($"runArgs loosen the confinement with --security-opt {option.Value}", container.At(option.Line));
    }

    private static IEnumerable<Observation> Mounts(DevContainer container, ContainerMount mount)
    {
        if (EngineSocket().IsMatch(mount.Text))
            yield return Broken($"the mount “{mount.Text}” hands over the container engine", container.At(mount.Line));
        else if (mount.IsBind && SystemFolder().IsMatch(mount.Source ?? ""))
            yield return Broken($"the mount “{mount.Text}” hands over a folder of the host's system", container.At(mount.Line));
    }

    private static IEnumerable<Observation> CheckStage(StageFacts stage) =>
        from run in stage.All("RUN")
        from flag in run.Flags
        where flag is { Name: "security", Value: "insecure" } or { Name: "network", Value: "host" }
        select Broken($"RUN --{flag.Name}={flag.Value} in stage {stage.Name} builds outside the sandbox", stage.At(run));

    private static bool Tightens(string? option) => option is "no-new-privileges" or "no-new-privileges:true" or "no-new-privileges=true";

    private static Observation.Broken Broken(string message, Place place) => new(message, place) { Help = "Remove it." };

    [GeneratedRegex(@"(docker|podman|containerd|crio|buildkitd)[^/,:]*\.sock|docker_engine")]
    private static partial Regex EngineSocket();

    [GeneratedRegex(@"^/+(\.*/+)*((etc|proc|sys|dev|run|var|boot|usr|lib|lib64|bin|sbin|root|opt|srv)(/.*)?)?$")]
    private static partial Regex SystemFolder();
}
