namespace ClaudeCodeProxy.Safeguards.Flags;

/// <summary>What changes the machine itself: users, services, firewalls, kernel, disks.</summary>
/// <remarks>In the form that <see cref="CommandPatterns"/> reads.</remarks>
internal static class SystemCommands
{
    public static ReadOnlySpan<byte> All =>
        """
        # as-root
        sudo|doas|su|pkexec|runuser|run0|gosu|su-exec|sudoedit; ; --version -l --list
        # accounts-changed
        useradd|usermod|userdel|adduser|deluser|addgroup|groupadd|groupmod|gpasswd|passwd|chpasswd|visudo|vipw|chsh
        ssh-copy-id|dscl|sysadminctl
        net user|localgroup; /add
        # persistence
        crontab; ; -l
        at|batch; ; -l -c
        systemctl enable|link|edit|reenable|set-default|preset
        launchctl load|bootstrap|submit|enable|kickstart
        update-rc.d|chkconfig|rc-update|schtasks|systemd-run
        pm2 startup|save
        update-alternatives; --install --set
        # security-off
        ufw disable|reset|allow|default
        iptables|ip6tables|ebtables|arptables; ; -L --list -S -h
        nft flush|delete|add
        firewall-cmd; ; --list-all --state --get-zones
        pfctl; -d -F
        setenforce; 0 Permissive permissive
        aa-disable|aa-teardown|aa-complain|apparmor_parser|auditctl|semodule|chcon|setsebool
        spctl; --master-disable --global-disable
        csrutil disable
        xattr; com.apple.quarantine
        systemctl|service stop|disable|mask|kill|ufw|firewalld|apparmor|auditd; stop disable mask kill
        history; -c -d -w
        unset; HISTFILE HISTSIZE
        # security-off: hides what was run
        set; +o history
        # security-off
        netsh advfirewall
        journalctl; --vacuum-time --vacuum-size --rotate
        # kernel-changed
        insmod|modprobe|rmmod|kexec|umount|swapoff|swapon|losetup|cryptsetup|mdadm|pivot_root
        mount; -t -o --bind --rbind -a /* tmpfs proc sysfs overlay; -l -V
        sysctl; -w --write -p --load --system
        ip; add del flush set replace change
        ifconfig|route|tc|brctl; add del up down default
        # disk-overwritten
        mkfs|mkfs.ext4|mkfs.ext3|mkfs.xfs|mkfs.btrfs|mkfs.vfat|mke2fs|mkswap|wipefs|sgdisk|gdisk|blkdiscard|diskutil|hdparm
        fdisk|sfdisk|parted; ; -l --list print
        # machine-stopped
        shutdown|reboot|halt|poweroff|telinit
        init; 0 1 6
        systemctl reboot|poweroff|halt|suspend|kexec|rescue|emergency|isolate
        killall5|killall
        kill; -1; -l
        pkill; -u -U
        # container-escape
        nsenter|capsh|ctr|runc
        chroot; /host* /mnt* /proc/1/root*
        """u8;
}
