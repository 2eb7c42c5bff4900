using ClaudeCodeProxy.Safeguards.Facts;
using ContainerSecurity.Shell.Flow;

namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>Containers that are given the host.</summary>
internal sealed class ContainerFlags(Scene scene)
{
    private static readonly string[] Engines = ["docker", "podman", "nerdctl", "docker-compose"];
    private static readonly string[] Host = NameList.Read(
        """
        --privileged --pid=host --ipc=host --uts=host --userns=host --net=host --network=host --cgroupns=host
        """u8);
    private static readonly string[] Namespaces = NameList.Read("--pid --ipc --uts --userns --net --network --cgroupns"u8);
    private static readonly string[] Capabilities = NameList.Read("ALL SYS_ADMIN SYS_PTRACE SYS_MODULE SYS_RAWIO DAC_READ_SEARCH NET_ADMIN BPF SYS_CHROOT"u8);

    private static readonly string[] Mounts = NameList.Read("/ /etc /root /home /var /var/run /run /proc /sys /dev /boot /usr /var/lib/docker /Users"u8);

    public void Look(Call call)
    {
        if (!Engines.Holds(call.Name))
            return;
        var before = "";
        foreach (var word in call.Words)
        {
            var (name, value) = word.Text is ['-', ..] && word.Text.IndexOf('=') is > 0 and var equals
                ? (word.Text[..equals], word.Text[(equals + 1)..])
                : (before, word.Text);
            if (Host.Holds(word.Text))
                scene.Flag(FlagRules.Escape, call, $"gives a container rights of the host: {word.Text}");
            else if (GivesHost(name, value))
                scene.Flag(FlagRules.Escape, call, $"gives a container rights of the host: {name} {value}");
            before = word.Text;
        }
    }

    private bool GivesHost(string option, string value) => option switch
    {
        "-v" or "--volume" => IsHost(value.Split(':')[0]),
        "--mount" => value.Split(',').Any(part => part.IndexOf('=') is > 0 and var at && part[..at] is "source" or "src" && IsHost(part[(at + 1)..])),
        "--cap-add" => Capabilities.Holds(value.ToUpperInvariant().Replace("CAP_", "", StringComparison.Ordinal)),
        "--security-opt" => value.Has("unconfined") || value.Has("disable")
            || value is "no-new-privileges=false" or "no-new-privileges:false",
        "--device" => true,
        _ => value == "host" && Namespaces.Holds(option),
    };

    private bool IsHost(string source) => source.Has(".sock")
        || (scene.Paths.Resolve(source, scene.Context.WorkingDirectory) is { } place
            && (Mounts.Holds(place) || place == scene.Context.HomeDirectory || place.Has("/.ssh")
                || place.Has("/.aws")));
}
