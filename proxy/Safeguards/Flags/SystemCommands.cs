namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>What changes the machine itself: users, services, firewalls, kernel, disks.</summary>
internal static class SystemCommands
{
    public static CommandPattern[] All { get; } =
    [
        new(FlagRules.AsRoot, "sudo|doas|su|pkexec|runuser|run0|gosu|su-exec|sudoedit", "", "--version -l --list"),

        new(FlagRules.Accounts, "useradd|usermod|userdel|adduser|deluser|addgroup|groupadd|groupmod|gpasswd|passwd|chpasswd|visudo|vipw|chsh"),
        new(FlagRules.Accounts, "ssh-copy-id|dscl|sysadminctl"),
        new(FlagRules.Accounts, "net user|localgroup", "/add"),

        new(FlagRules.Persistence, "crontab", "", "-l"),
        new(FlagRules.Persistence, "at|batch", "", "-l -c"),
        new(FlagRules.Persistence, "systemctl enable|link|edit|reenable|set-default|preset"),
        new(FlagRules.Persistence, "launchctl load|bootstrap|submit|enable|kickstart"),
        new(FlagRules.Persistence, "update-rc.d|chkconfig|rc-update|schtasks|systemd-run"),
        new(FlagRules.Persistence, "pm2 startup|save"),
        new(FlagRules.Persistence, "update-alternatives", "--install --set"),

        new(FlagRules.SecurityOff, "ufw disable|reset|allow|default"),
        new(FlagRules.SecurityOff, "iptables|ip6tables|ebtables|arptables", "", "-L --list -S -h"),
        new(FlagRules.SecurityOff, "nft flush|delete|add"),
        new(FlagRules.SecurityOff, "firewall-cmd", "", "--list-all --state --get-zones"),
        new(FlagRules.SecurityOff, "pfctl", "-d -F"),
        new(FlagRules.SecurityOff, "setenforce", "0 Permissive permissive"),
        new(FlagRules.SecurityOff, "aa-disable|aa-teardown|aa-complain|apparmor_parser|auditctl|semodule|chcon|setsebool"),
        new(FlagRules.SecurityOff, "spctl", "--master-disable --global-disable"),
        new(FlagRules.SecurityOff, "csrutil disable"),
        new(FlagRules.SecurityOff, "xattr", "com.apple.quarantine"),
        new(FlagRules.SecurityOff, "systemctl|service stop|disable|mask|kill|ufw|firewalld|apparmor|auditd", "stop disable mask kill"),
        new(FlagRules.SecurityOff, "history", "-c -d -w"),
        new(FlagRules.SecurityOff, "unset", "HISTFILE HISTSIZE"),
        new(FlagRules.SecurityOff, "set", "+o history") { Why = "hides what was run" },
        new(FlagRules.SecurityOff, "netsh advfirewall"),
        new(FlagRules.SecurityOff, "journalctl", "--vacuum-time --vacuum-size --rotate"),

        new(FlagRules.Kernel, "insmod|modprobe|rmmod|kexec|umount|swapoff|swapon|losetup|cryptsetup|mdadm|pivot_root"),
        new(FlagRules.Kernel, "mount", "-t -o --bind --rbind -a /* tmpfs proc sysfs overlay", "-l -V"),
        new(FlagRules.Kernel, "sysctl", "-w --write -p --load --system"),
        new(FlagRules.Kernel, "ip", "add del flush set replace change"),
        new(FlagRules.Kernel, "ifconfig|route|tc|brctl", "add del up down default"),

        new(FlagRules.Disk, "mkfs|mkfs.ext4|mkfs.ext3|mkfs.xfs|mkfs.btrfs|mkfs.vfat|mke2fs|mkswap|wipefs|sgdisk|gdisk|blkdiscard|diskutil|hdparm"),
        new(FlagRules.Disk, "fdisk|sfdisk|parted", "", "-l --list print"),

        new(FlagRules.Machine, "shutdown|reboot|halt|poweroff|telinit"),
        new(FlagRules.Machine, "init", "0 1 6"),
        new(FlagRules.Machine, "systemctl reboot|poweroff|halt|suspend|kexec|rescue|emergency|isolate"),
        new(FlagRules.Machine, "killall5|killall"),
        new(FlagRules.Machine, "kill", "-1", "-l"),
        new(FlagRules.Machine, "pkill", "-u -U"),

        new(FlagRules.Escape, "nsenter|capsh|ctr|runc"),
        new(FlagRules.Escape, "chroot", "/host* /mnt* /proc/1/root*"),
    ];
}
