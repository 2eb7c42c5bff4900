namespace ContainerSecurity.Rules.Standards;

/// <summary>CIS Docker Benchmark, chapters 4 (images) and 5 (running containers); the others are about the host and the daemon.</summary>
internal static class CisDockerBenchmark
{
    public static Standard Standard { get; } = Standard.Parse("CIS Docker Benchmark 1.6", """
        4.1 | a user of its own | image-user, stage-user
        4.2 | trusted base images | stage-base, image-base
        4.3 | no unnecessary packages | installed-packages, image-packages, image-package-managers, image-shells, image-programs
        4.4 | scanned and rebuilt with security updates | gate vulnerabilities
        4.5 | content trust | not: signatures are checked where an image is pulled; the base is named by digest (stage-base)
        4.6 | HEALTHCHECK | image-healthcheck, gate misconfig
        4.7 | no update without an install | image-history, gate lint
        4.8 | no setuid and setgid files | image-setuid, image-capabilities
        4.9 | COPY instead of ADD | image-history, gate lint
        4.10 | no secrets in Dockerfiles | tree-secrets, image-secrets, gate secrets
        4.11 | only verified packages | tree-piped-installs, image-piped-installs
        4.12 | signed artefacts validated | not: the release is not signed yet
        5.1 | no swarm mode | not: a setting of the host's engine
        5.2 | AppArmor profile | devcontainer-host
        5.3 | SELinux options | not: a setting of the host
        5.4 | only needed capabilities | run-capabilities, devcontainer-host
        5.5 | not privileged | devcontainer-host
        5.6 | no system folders mounted | devcontainer-host
        5.7 | no sshd inside | image-programs
        5.8 | no privileged ports | stage-ports, image-ports
        5.9 | only needed ports | run-listening-port, image-ports, devcontainer-ports
        5.10 | not the host's network | devcontainer-host
        5.11 | memory limit | not: left to whoever runs it
        5.12 | CPU priority | not: left to whoever runs it
        5.13 | root file system read-only | run-read-only-root, image-read-only
        5.14 | ports bound to one address of the host | devcontainer-ports
        5.15 | restarts at most five times after failures | not: left to whoever runs it
        5.16 | not the host's processes | devcontainer-host
        5.17 | not the host's IPC | devcontainer-host
        5.18 | no devices of the host | devcontainer-host
        5.19 | default limits kept | not: left to whoever runs it
        5.20 | no shared mount propagation | not: left to whoever runs it
        5.21 | not the host's UTS namespace | devcontainer-host
        5.22 | default seccomp profile kept | devcontainer-host
        5.23 | no privileged exec | not: an act of whoever runs it
        5.24 | no exec as root | not: an act of whoever runs it
        5.25 | cgroup confirmed | devcontainer-host
        5.26 | no new privileges | run-capabilities
        5.27 | health checked while it runs | run-health
        5.28 | latest version of the image | not: left to whoever runs it
        5.29 | process limit | not: left to whoever runs it
        5.30 | not the default bridge | not: left to whoever runs it
        5.31 | not the host's user namespace | devcontainer-host
        5.32 | no engine socket inside | devcontainer-host
        """);
}
