using ContainerSecurity.Shell.Flow.Values;

namespace ClaudeCodeProxy.Safeguards.Facts;

/// <summary>Files that something runs or obeys by itself: whoever writes them decides what happens later, with whose rights.</summary>
internal static class ProtectedFiles
{
    // What they do, and parts of their paths.
    private static readonly string[] Places = NameList.ReadTexts(
        """
        decides who may log in: /.ssh/ /etc/pam.d/ /etc/passwd/ /etc/shadow/ /etc/ssh/
        is run by git: /.git/hooks/
        decides which programs git runs: /.git/config/ /.gitconfig/ /.config/git/
        is run again and again by cron: /etc/cron /var/spool/cron/
        decides who may become root: /etc/sudoers
        is loaded into every program: /etc/ld.so.preload/
        decides what programs load: /etc/ld.so.conf
        is run by every shell: /etc/profile /etc/bash.bashrc/ /.config/fish/
        is read by every session: /etc/environment/
        is started by systemd: /etc/systemd/ /.config/systemd/ /lib/systemd/
        is started with the machine: /etc/init.d/ /etc/rc
        is started with the session: /.config/autostart/ /etc/xdg/autostart/
        is started by launchd: /Library/LaunchAgents/ /Library/LaunchDaemons/
        decides where names lead: /etc/hosts/ /etc/resolv.conf/
        decides what the agent may do: /.claude/settings /.claude.json/ /etc/claude-code/
        is run by the agent's client: /.claude/hooks/
        decides what containers may do: /etc/docker/
        decides which registries docker trusts: /.docker/config.json/
        decides where packages come from: /.npmrc/ /pip.conf/ /etc/apt/
        decides where packages go: /.pypirc/
        decides what cargo runs: /.cargo/config
        is found before other programs: /.local/bin/ /usr/local/bin/
        is a program of the machine: /usr/bin/ /bin/ /sbin/ /usr/sbin/
        is what the machine starts with: /boot/
        changes the running kernel: /sys/ /proc/sys
        is run by the kernel's events: /etc/udev/
        decides what the kernel loads: /etc/modprobe.d/
        decides who may do what: /etc/polkit-1/
        """u8);

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
        foreach (var place in Places)
        {
            var colon = place.IndexOf(':', StringComparison.Ordinal);
            if (Array.Exists(place[(colon + 2)..].Split(' '), part => LiesIn(whole, part)))
                return place[..colon];
        }

        return null;
    }

    // System folders count at the root only, those of a user anywhere.
    private static bool LiesIn(string path, string part) =>
        part.BeginsWithAny("/.", "/Library", "/pip.conf/") ? path.Has(part) : path.Begins(part);
}
