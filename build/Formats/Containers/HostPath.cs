using System.Text.RegularExpressions;
using ContainerSecurity.Checkout;

namespace ContainerSecurity.Formats.Containers;

/// <summary>What a mount hands over, as far as its text tells.</summary>
internal static partial class HostPath
{
    private const string HomeOf = @"^(~[^/\\]*|\$HOME|\$\{(HOME|USERPROFILE|HOMEPATH)\}|(\$\{localEnv:(HOME|USERPROFILE|HOMEPATH)[^}]*\})+|/root";

    /// <summary>One person's folder.</summary>
    private const string Home = HomeOf + @"|/home/[^/]+|/Users/[^/]+|[A-Za-z]:[/\\]Users[/\\][^/\\]+)";

    /// <summary>What tells a container the hour of its host, and nothing else.</summary>
    private static readonly string[] Clock = ["/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo"];

    public static bool IsEngineSocket(ContainerMount mount) => EngineSocket().IsMatch(mount.Text) || EngineSocket().IsMatch(SourceOf(mount));

    public static bool IsDevice(ContainerMount mount) => mount.IsBind && Device().IsMatch(SourceOf(mount));

    /// <summary>A folder of the system; one that climbs out of the project or the home folder, or that only a variable knows, may be any.</summary>
    public static bool IsSystem(ContainerMount mount) => mount.IsBind && SourceOf(mount) is var source
        && !(mount.IsReadOnly && Clock.Contains(source))
        && (SystemFolder().IsMatch(source) || Drive().IsMatch(source)
            || LeavesHome().IsMatch(source) || LeavesProject().IsMatch(source) || UnknownVariable().IsMatch(source));

    /// <summary>SSH keys, a whole home folder, or what decides how the container starts and which commands git runs.</summary>
    public static bool IsSensitive(ContainerMount mount) =>
        Sensitive().IsMatch(SourceOf(mount)) || Sensitive().IsMatch(mount.Target) || (mount.IsBind && HomeFolder().IsMatch(SourceOf(mount)));

    /// <summary>Where programs keep what lets their user in elsewhere: the folder of a cloud, a cluster or a registry in a home folder.</summary>
    /// <remarks>What is handed over as a secret or a configuration has no target, and is meant for this one container.</remarks>
    public static bool IsCredential(ContainerMount mount) => mount.IsBind && mount.Target.Length > 0 && Credential().IsMatch(SourceOf(mount));

    /// <summary>An absolute path without <c>.</c> and <c>..</c>; above the root is the root.</summary>
    private static string SourceOf(ContainerMount mount) => mount.Source switch
    {
        null => "",
        ['/', ..] path => "/" + string.Join('/', RepositoryPath.Join("", path).Split('/').SkipWhile(part => part == "..")),
        var other => other,
    };

    [GeneratedRegex(@"(docker|podman|containerd|crio|buildkitd)[^/,:]*\.sock|docker_engine|(^|=)/(var/)?run/?([,:]|\z)")]
    private static partial Regex EngineSocket();

    [GeneratedRegex(@"^/dev(/.*)?\z")]
    private static partial Regex Device();

    [GeneratedRegex(@"^/((etc|proc|sys|run|var|boot|usr|lib|lib64|bin|sbin|root|opt|srv)(/.*)?)?\z")]
    private static partial Regex SystemFolder();

    [GeneratedRegex(@"^[A-Za-z]:[/\\]*((Windows|ProgramData|Program Files[^/\\]*)([/\\].*)?)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Drive();

    [GeneratedRegex(@"^(~[^/\\]*|\$\{?(HOME|USERPROFILE|HOMEPATH)\}?|\$\{localEnv:[^}]*\})+[/\\](.*[/\\])?\.\.([/\\]|\z)")]
    private static partial Regex LeavesHome();

    // One level is the folder in which several projects lie, as devcontainers of several have it.
    [GeneratedRegex(@"(^|[/\\])\.\.[/\\](.*[/\\])?\.\.([/\\]|\z)")]
    private static partial Regex LeavesProject();

    /// <summary>Of compose; those of a devcontainer.json are known.</summary>
    [GeneratedRegex(
        @"^\$(\{(?!(HOME|USERPROFILE|HOMEPATH|PWD|localWorkspaceFolder|containerWorkspaceFolder|localWorkspaceFolderBasename"
        + @"|containerWorkspaceFolderBasename|devcontainerId)\})[A-Za-z_][A-Za-z0-9_]*\})")]
    private static partial Regex UnknownVariable();

    [GeneratedRegex(@"(^|[/\\])(\.ssh|\.devcontainer|id_(rsa|dsa|ecdsa|ed25519)|\.git[/\\](hooks|config)|\.gitconfig|\.config[/\\]git)([/\\]|\z)", RegexOptions.IgnoreCase)]
    private static partial Regex Sensitive();

    [GeneratedRegex(
        Home + @"[/\\]+(\.[/\\])*(\.(aws|azure|kube|docker|gnupg|oci|netrc|_netrc|npmrc|yarnrc\.yml|pypirc|git-credentials|vault-token"
        + @"|terraform\.d|terraformrc|password-store|boto|s3cfg|pgpass|my\.cnf|databricks|databrickscfg|bluemix|ibmcloud|minikube|cloudflared|wrangler|fly|heroku|digitalocean"
        + @"|m2[/\\]settings\.xml|gem[/\\]credentials|cargo[/\\]credentials(\.toml)?|nuget[/\\]nuget\.config"
        + @"|config[/\\](gcloud|gh|hub|glab-cli|doctl|containers|op|rclone|hcloud|scw|heroku|git[/\\]credentials|configstore|sops|helm))"
        + @"|AppData[/\\]Roaming[/\\](gcloud|GitHub CLI|npm|docker)|Library[/\\]Keychains)([/\\].*)?\z"
        + @"|^\$\{?(localEnv:)?APPDATA\}?[/\\]gcloud",
        RegexOptions.IgnoreCase)]
    private static partial Regex Credential();

    [GeneratedRegex(HomeOf + @"|/home(/[^/]+)?|/Users(/[^/]+)?|[A-Za-z]:[/\\]Users([/\\][^/\\]+)?)[/\\.]*\z")]
    private static partial Regex HomeFolder();
}
