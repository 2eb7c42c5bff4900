using ContainerSecurity.Shell.Flow.Values;

namespace ClaudeCodeProxy.Safeguards.Facts;

/// <summary>Files that hold secrets by what they are: private keys, passwords, tokens, sessions of browsers.</summary>
internal static class PrivateFiles
{
    private static readonly string[] Names = NameList.ReadTexts(
        """
        .netrc|_netrc|.git-credentials|.pgpass|.my.cnf|.npmrc|.pypirc|.htpasswd|.vault-token|.bash_history|.zsh_history|.python_history
        .psql_history|.mysql_history|credentials.json|service-account.json|terraform.tfstate|kubeconfig|cookies.sqlite|logins.json
        key4.db|Login Data|Cookies|id_rsa|id_dsa|id_ecdsa|id_ed25519|id_ecdsa_sk|id_ed25519_sk|shadow|gshadow|sudoers|master.key
        credentials.tfrc.json|.dockercfg|.s3cfg|.boto|.claude.json|.credentials.json
        """u8);

    /// <summary>Parts of paths, each from a slash to a slash.</summary>
    private static readonly string[] Folders = NameList.Read(
        """
        /.ssh/ /.aws/ /.gnupg/ /.azure/ /.config/gcloud/ /.kube/ /.docker/config.json/ /.config/gh/ /.password-store/
        /.local/share/keyrings/ /Library/Keychains/ /etc/ssl/private/ /.mozilla/ /.config/google-chrome/ /.config/op/ /run/secrets/
        /var/run/secrets/ /.terraform.d/ /.bitcoin/ /.ethereum/ /.electrum/ /.config/rclone/ /.config/age/
        """u8);

    /// <summary>Of no use to others.</summary>
    private static readonly string[] Public = ["known_hosts", "config", "authorized_keys"];

    /// <param name="path">As a command names it, or absolute.</param>
    public static bool IsPrivate(string path)
    {
        var name = FilePath.NameOf(path.TrimEnd('/'));
        if (name.EndsWith(".pub", StringComparison.Ordinal) || IsExample(name))
            return false;
        if (Array.IndexOf(Names, name) >= 0 || IsEnvironment(name) || IsKey(name))
            return true;
        if (IsEnvironmentOfProcess(path))
            return true;
        var whole = $"/{path.TrimEnd('/')}/";
        return Array.Exists(Folders, folder => whole.Contains(folder, StringComparison.Ordinal))
            && !(whole.Contains("/.ssh/", StringComparison.Ordinal) && Array.IndexOf(Public, name) >= 0);
    }

    /// <summary><c>.env</c> and <c>.env.production</c>.</summary>
    public static bool IsEnvironment(string name) => name is ".env" || (name.StartsWith(".env.", StringComparison.Ordinal) && !IsExample(name));

    private static bool IsExample(string name) =>
        name.EndsWith(".example", StringComparison.Ordinal) || name.EndsWith(".sample", StringComparison.Ordinal)
        || name.EndsWith(".template", StringComparison.Ordinal) || name.EndsWith(".dist", StringComparison.Ordinal);

    private static bool IsKey(string name) =>
        name.EndsWith(".pem", StringComparison.Ordinal) || name.EndsWith(".p12", StringComparison.Ordinal)
        || name.EndsWith(".pfx", StringComparison.Ordinal) || name.EndsWith(".jks", StringComparison.Ordinal)
        || name.EndsWith(".keystore", StringComparison.Ordinal) || name.EndsWith(".kdbx", StringComparison.Ordinal)
        || name.EndsWith(".ppk", StringComparison.Ordinal) || (name.EndsWith(".key", StringComparison.Ordinal) && name.Length > 4);

    private static bool IsEnvironmentOfProcess(string path) =>
        path.StartsWith("/proc/", StringComparison.Ordinal) && path.EndsWith("/environ", StringComparison.Ordinal);
}
