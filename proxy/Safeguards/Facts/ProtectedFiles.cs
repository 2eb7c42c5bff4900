using ContainerSecurity.Shell.Flow.Values;

namespace ClaudeCodeProxy.Safeguards.Facts;

/// <summary>Files that something runs or obeys by itself: whoever writes them decides what happens later, with whose rights.</summary>
internal static class ProtectedFiles
{
    private static readonly (string Part, string What)[] Places =
    [
        ("/.ssh/", "decides who may log in"), ("/.git/hooks/", "is run by git"), ("/.git/config/", "decides which programs git runs"),
        ("/.gitconfig/", "decides which programs git runs"), ("/.config/git/", "decides which programs git runs"),
        ("/etc/cron", "is run again and again by cron"), ("/var/spool/cron/", "is run again and again by cron"),
        ("/etc/sudoers", "decides who may become root"),
        ("/etc/pam.d/", "decides who may log in"), ("/etc/passwd/", "decides who may log in"), ("/etc/shadow/", "decides who may log in"),
        ("/etc/ld.so.preload/", "is loaded into every program"), ("/etc/ld.so.conf", "decides what programs load"),
        ("/etc/profile", "is run by every shell"),
        ("/etc/bash.bashrc/", "is run by every shell"), ("/etc/environment/", "is read by every session"), ("/etc/systemd/", "is started by systemd"),
        ("/.config/systemd/", "is started by systemd"), ("/lib/systemd/", "is started by systemd"), ("/etc/init.d/", "is started with the machine"),
        ("/etc/rc", "is started with the machine"), ("/.config/autostart/", "is started with the session"),
        ("/Library/LaunchAgents/", "is started by launchd"),
        ("/Library/LaunchDaemons/", "is started by launchd"), ("/etc/hosts/", "decides where names lead"),
        ("/etc/resolv.conf/", "decides where names lead"),
        ("/etc/ssh/", "decides who may log in"), ("/.claude/settings", "decides what the agent may do"),
        ("/.claude/hooks/", "is run by the agent's client"),
        ("/.claude.json/", "decides what the agent may do"), ("/etc/claude-code/", "decides what the agent may do"),
        ("/etc/docker/", "decides what containers may do"),
        ("/.docker/config.json/", "decides which registries docker trusts"), ("/.npmrc/", "decides where packages come from"),
        ("/.pypirc/", "decides where packages go"), ("/pip.conf/", "decides where packages come from"),
        ("/etc/apt/", "decides where packages come from"),
        ("/.cargo/config", "decides what cargo runs"), ("/.config/fish/", "is run by every shell"),
        ("/.local/bin/", "is found before other programs"),
        ("/usr/local/bin/", "is found before other programs"), ("/usr/bin/", "is a program of the machine"), ("/bin/", "is a program of the machine"),
        ("/sbin/", "is a program of the machine"), ("/usr/sbin/", "is a program of the machine"), ("/boot/", "is what the machine starts with"),
        ("/sys/", "changes the running kernel"), ("/proc/sys", "changes the running kernel"), ("/etc/udev/", "is run by the kernel's events"),
        ("/etc/xdg/autostart/", "is started with the session"), ("/etc/modprobe.d/", "decides what the kernel loads"),
        ("/etc/polkit-1/", "decides who may do what"),
    ];

    private static readonly string[] StartFiles = NameList.Read(
        """
        .bashrc .bash_profile .bash_login .bash_logout .bash_aliases .profile .zshrc .zshenv .zprofile .zlogin .zlogout .kshrc .cshrc
        .tcshrc .login .xinitrc .xprofile .xsession .inputrc .vimrc .tmux.conf .pythonrc .pam_environment .envrc authorized_keys .rhosts
        crontab
        """u8);

    /// <param name="path">Absolute.</param>
    /// <returns>What such a file does, to follow its name; null for one that does nothing by itself.</returns>
    public static string? Find(string path)
    {
        var name = FilePath.NameOf(path);
        if (Array.IndexOf(StartFiles, name) >= 0)
        {
            return name is "authorized_keys" or ".rhosts" ? "lets others log in"
                : name == "crontab" ? "is run again and again by cron"
                : "is run by every shell";
        }

        var whole = $"{path}/";
        foreach (var (part, what) in Places)
        {
            // System folders count at the root only, those of a user anywhere.
            if (part.StartsWith("/.", StringComparison.Ordinal) || part.StartsWith("/Library", StringComparison.Ordinal) || part == "/pip.conf/"
                ? whole.Contains(part, StringComparison.Ordinal)
                : whole.StartsWith(part, StringComparison.Ordinal))
            {
                return what;
            }
        }

        return null;
    }
}
