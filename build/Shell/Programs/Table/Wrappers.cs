namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>What runs the program that its own words name.</summary>
internal static class Wrappers
{
    public static ReadOnlySpan<byte> All =>
        """
        sudo: Wrap
            values u g h p C r t T U D R user group host prompt chdir chroot close-from role type other-user command-timeout
            flags s>StartsShell i>StartsShell shell>StartsShell login>StartsShell
            ends-after 1
        doas: Wrap
            values u C a
            flags s>StartsShell
            ends-after 1
        env: Wrap
            values u S>Code split-string>Code unset C chdir block-signal
            ends-after 1
        exec: Wrap
            values a
            ends-after 1
        command: Wrap
            flags v>NoContent V>NoContent
            ends-after 1
        builtin nohup setsid chronic unbuffer rlwrap catchsegv eatmydata fakeroot linux32 linux64 tini dumb-init xvfb-run retry: Wrap
            values s n e p g l b
            ends-after 1
        busybox toybox: Wrap
            flags list>NoContent install>NoContent
            ends-after 1
        time: Wrap
            values f o format output
            ends-after 1
        nice: Wrap
            values n adjustment
            ends-after 1
        ionice: Wrap
            values c n p P u class classdata
            ends-after 1
        chrt taskset numactl: Wrap
            values p T P D
            skip 1
            ends-after 1
        timeout: Wrap
            values s k signal kill-after
            skip 1
            ends-after 1
        stdbuf: Wrap
            values i o e input output error
            ends-after 1
        chroot: Wrap
            values u g userspec groups
            flags skip-chdir>Value
            skip 1
            ends-after 1
        gosu su-exec setuidgid s6-setuidgid softlimit: Wrap
            skip 1
            ends-after 1
        setpriv: Wrap
            values reuid regid groups inh-caps ambient-caps bounding-set securebits
            ends-after 1
        chpst: Wrap
            values u U b e d o p f c r t l L m n
            ends-after 1
        unshare nsenter: Wrap
            values t target S setuid G setgid R root w wd
            joined m u i n p U C r
            ends-after 1
        strace ltrace: Wrap
            values o e p s u a E P S
            ends-after 1
        prlimit: Wrap
            values p pid o
            ends-after 1
        flock: Wrap
            values c>Code command>Code E w wait timeout conflict-exit-code
            skip 1
            ends-after 1
        xargs: Wrap
            values I n P L d E s a>Input arg-file max-args max-procs max-lines delimiter max-chars replace
            joined i e l
            ends-after 1
        parallel: Wrap
            values j S a I n N joblog jobs colsep arg-file halt delay retries timeout
            ends-after 1
        su runuser: Wrap
            values c>Code command>Code s shell g G group supp-group u w session-command>Code
            flags l>StartsShell login>StartsShell
            skip 1
        sg: Wrap
            values c>Code
            skip 1
        script: Wrap
            values c>Code command>Code E I O T B m o t
            skip all
        find: Wrap IsSingleDash
            ends-after 0
        ssh: WrapText FetchesAlways
            values B b c D E e F I i J L l m O o p Q R S W w
            skip 1
            ends-after 1
        watch: WrapText
            values n interval
            ends-after 1
        docker podman nerdctl: Wrap
            sub run|create
            values v volume e env p publish name w workdir u user entrypoint network net platform m memory cpus h hostname l label mount
            values security-opt cap-add cap-drop device add-host restart pull ulimit tmpfs gpus shm-size ipc pid userns env-file cidfile dns
            values log-driver log-opt runtime stop-signal expose link volumes-from a attach c cpu-shares
            skip 1
            ends-after 2
        docker podman nerdctl: Wrap
            sub exec
            values e env u user w workdir env-file detach-keys
            skip 1
            ends-after 2
        docker podman: Wrap
            sub compose exec|run
            values e env u user w workdir f file p v name
            skip 1
            ends-after 3
        docker-compose: Wrap
            sub exec|run
            values e env u user w workdir f file p v name
            skip 1
            ends-after 2
        kubectl oc: Wrap
            sub exec
            values n namespace c container context kubeconfig f
            skip 1
            ends-after 2
        conda mamba micromamba: Wrap
            sub run
            values n name p prefix cwd
            ends-after 2
        poetry pipenv bundle rye pdm hatch: Wrap
            sub run|exec
            values C project e
            ends-after 2
        systemd-run: Wrap
            values p u M E property unit uid gid setenv working-directory slice
            ends-after 1
        bwrap firejail proot faketime: Wrap
            values b w r setenv bind ro-bind chdir
            skip 0
            ends-after 1
        nix-shell: Wrap
            values run>Code command>Code p packages I A
            skip all
        """u8;
}
