using System.Text.RegularExpressions;
using ContainerSecurity.DevContainers;

namespace ContainerSecurity.Misconfiguration.Containers;

/// <summary>What a mount hands over, as far as its text tells.</summary>
internal static partial class HostPath
{
    public static bool IsEngineSocket(ContainerMount mount) => EngineSocket().IsMatch(mount.Text);

    public static bool IsDevice(ContainerMount mount) => mount.IsBind && Device().IsMatch(mount.Source ?? "");

    public static bool IsSystem(ContainerMount mount) => mount.IsBind && SystemFolder().IsMatch(mount.Source ?? "");

    /// <summary>SSH keys, a whole home folder, or the folder that decides how the container starts.</summary>
    public static bool IsSensitive(ContainerMount mount) =>
        Sensitive().IsMatch(mount.Source ?? "") || Sensitive().IsMatch(mount.Target) || (mount.IsBind && HomeFolder().IsMatch(mount.Source ?? ""));

    [GeneratedRegex(@"(docker|podman|containerd|crio|buildkitd)[^/,:]*\.sock|docker_engine|(^|=)/(var/)?run/?([,:]|\z)")]
    private static partial Regex EngineSocket();

    [GeneratedRegex(@"^/+dev(/.*)?\z")]
    private static partial Regex Device();

    [GeneratedRegex(@"^/+(\.*/+)*((etc|proc|sys|run|var|boot|usr|lib|lib64|bin|sbin|root|opt|srv)(/.*)?)?\z")]
    private static partial Regex SystemFolder();

    [GeneratedRegex(@"(^|[/\\])(\.ssh|\.devcontainer|id_(rsa|dsa|ecdsa|ed25519))([/\\]|\z)")]
    private static partial Regex Sensitive();

    [GeneratedRegex(@"^(~|\$HOME|\$\{HOME\}|(\$\{localEnv:(HOME|USERPROFILE|HOMEPATH)[^}]*\})+|/root|/home(/[^/]+)?|/Users(/[^/]+)?)/*\z")]
    private static partial Regex HomeFolder();
}
