namespace ContainerSecurity.Shell.Programs.Table;

/// <summary>What runs the program that its own words name.</summary>
internal static class Wrappers
{
    public static ProgramSpec[] All { get; } =
    [
        new("sudo", Act.Wrap)
        {
            Values = "u g h p C r t T U D R user group host prompt chdir chroot close-from role type other-user command-timeout",
            Flags = "s>StartsShell i>StartsShell shell>StartsShell login>StartsShell",
            EndsAfter = 1,
        },
        new("doas", Act.Wrap) { Values = "u C a", Flags = "s>StartsShell", EndsAfter = 1 },
        new("env", Act.Wrap) { Values = "u S>Code split-string>Code unset C chdir block-signal", EndsAfter = 1 },
        new("exec", Act.Wrap) { Values = "a", EndsAfter = 1 },
        new("command", Act.Wrap) { Flags = "v>NoContent V>NoContent", EndsAfter = 1 },
        new("builtin nohup setsid chronic unbuffer rlwrap catchsegv eatmydata fakeroot linux32 linux64 tini dumb-init xvfb-run retry", Act.Wrap)
        {
            Values = "s n e p g l b", EndsAfter = 1,
        },
        new("busybox toybox", Act.Wrap) { Flags = "list>NoContent install>NoContent", EndsAfter = 1 },
        new("time", Act.Wrap) { Values = "f o format output", EndsAfter = 1 },
        new("nice", Act.Wrap) { Values = "n adjustment", EndsAfter = 1 },
        new("ionice", Act.Wrap) { Values = "c n p P u class classdata", EndsAfter = 1 },
        new("chrt taskset numactl", Act.Wrap) { Skip = 1, Values = "p T P D", EndsAfter = 1 },
        new("timeout", Act.Wrap) { Skip = 1, Values = "s k signal kill-after", EndsAfter = 1 },
        new("stdbuf", Act.Wrap) { Values = "i o e input output error", EndsAfter = 1 },
        new("chroot", Act.Wrap) { Skip = 1, Values = "u g userspec groups", Flags = "skip-chdir>Value", EndsAfter = 1 },
        new("gosu su-exec setuidgid s6-setuidgid softlimit", Act.Wrap) { Skip = 1, EndsAfter = 1 },
        new("setpriv", Act.Wrap) { Values = "reuid regid groups inh-caps ambient-caps bounding-set securebits", EndsAfter = 1 },
        new("chpst", Act.Wrap) { Values = "u U b e d o p f c r t l L m n", EndsAfter = 1 },
        new("unshare nsenter", Act.Wrap) { Values = "t target S setuid G setgid R root w wd", Joined = "m u i n p U C r", EndsAfter = 1 },
        new("strace ltrace", Act.Wrap) { Values = "o e p s u a E P S", EndsAfter = 1 },
        new("prlimit", Act.Wrap) { Values = "p pid o", EndsAfter = 1 },
        new("flock", Act.Wrap) { Skip = 1, Values = "c>Code command>Code E w wait timeout conflict-exit-code", EndsAfter = 1 },
        new("xargs", Act.Wrap)
        {
            Values = "I n P L d E s a>Input arg-file max-args max-procs max-lines delimiter max-chars replace", Joined = "i e l", EndsAfter = 1,
        },
        new("parallel", Act.Wrap) { Values = "j S a I n N joblog jobs colsep arg-file halt delay retries timeout", EndsAfter = 1 },
        new("su runuser", Act.Wrap)
        {
            Values = "c>Code command>Code s shell g G group supp-group u w session-command>Code", Flags = "l>StartsShell login>StartsShell",
            Skip = 1,
        },
        new("sg", Act.Wrap) { Skip = 1, Values = "c>Code" },
        new("script", Act.Wrap) { Values = "c>Code command>Code E I O T B m o t", Skip = int.MaxValue },
        new("find", Act.Wrap) { IsSingleDash = true, EndsAfter = 0 },
        new("ssh", Act.WrapText)
        {
            FetchesAlways = true, Skip = 1, Values = "B b c D E e F I i J L l m O o p Q R S W w", EndsAfter = 1,
        },
        new("watch", Act.WrapText) { Values = "n interval", EndsAfter = 1 },
        new("docker podman nerdctl", Act.Wrap)
        {
            Sub = "run|create", Skip = 1, EndsAfter = 2,
            Values = "v volume e env p publish name w workdir u user entrypoint network net platform m memory cpus h hostname l label mount "
                + "security-opt cap-add cap-drop device add-host restart pull ulimit tmpfs gpus shm-size ipc pid userns env-file cidfile dns "
                + "log-driver log-opt runtime stop-signal expose link volumes-from a attach c cpu-shares",
        },
        new("docker podman nerdctl", Act.Wrap) { Sub = "exec", Skip = 1, EndsAfter = 2, Values = "e env u user w workdir env-file detach-keys" },
        new("docker podman", Act.Wrap) { Sub = "compose exec|run", Skip = 1, EndsAfter = 3, Values = "e env u user w workdir f file p v name" },
        new("docker-compose", Act.Wrap) { Sub = "exec|run", Skip = 1, EndsAfter = 2, Values = "e env u user w workdir f file p v name" },
        new("kubectl oc", Act.Wrap) { Sub = "exec", Skip = 1, EndsAfter = 2, Values = "n namespace c container context kubeconfig f" },
        new("conda mamba micromamba", Act.Wrap) { Sub = "run", EndsAfter = 2, Values = "n name p prefix cwd" },
        new("poetry pipenv bundle rye pdm hatch", Act.Wrap) { Sub = "run|exec", EndsAfter = 2, Values = "C project e" },
        new("systemd-run", Act.Wrap) { Values = "p u M E property unit uid gid setenv working-directory slice", EndsAfter = 1 },
        new("bwrap firejail proot faketime", Act.Wrap) { Skip = 0, Values = "b w r setenv bind ro-bind chdir", EndsAfter = 1 },
        new("nix-shell", Act.Wrap) { Values = "run>Code command>Code p packages I A", Skip = int.MaxValue },
    ];
}
