namespace ContainerSecurity.Rules.Standards;

/// <summary>NIST SP 800-190, chapter 4: what to do about the risks of containers.</summary>
internal static class Sp800190
{
    public static Standard Standard { get; } = Standard.Parse("NIST SP 800-190", """
        4.1.1 | vulnerabilities of images | gate vulnerabilities, gate sbom
        4.1.2 | configuration defects of images | image-user, image-ports, image-entrypoint, image-environment, gate misconfig
        4.1.3 | malware in images | image-files, image-programs
        4.1.4 | secrets in images | image-secrets, gate secrets
        4.1.5 | untrusted images | stage-base, image-base, reproducible
        4.2.1 | insecure connections to registries | not: a setting of the registry
        4.2.2 | stale images in registries | not: a setting of the registry
        4.2.3 | access to registries | not: a setting of the registry
        4.3.1 | administrative access to orchestrators | not: no orchestrator is used
        4.3.2 | access through orchestrators | not: no orchestrator is used
        4.3.3 | separation of networks | not: no orchestrator is used
        4.3.4 | mixed sensitivity of workloads | not: no orchestrator is used
        4.3.5 | trust of nodes | not: no orchestrator is used
        4.4.1 | vulnerabilities of the container runtime | not: a matter of the host
        4.4.2 | unbounded network access of containers | run-connections, agent-through-proxy
        4.4.3 | insecure runtime settings | run-user, run-capabilities, run-read-only-root, devcontainer-host, read-only-mounts
        4.4.4 | vulnerabilities of applications | agent-checked, gate vulnerabilities
        4.4.5 | rogue containers | not: a matter of the host
        4.5.1 | attack surface of the host | not: a matter of the host
        4.5.2 | shared kernel | not: a matter of the host
        4.5.3 | vulnerabilities of the host | not: a matter of the host
        4.5.4 | access rights on the host | devcontainer-host
        4.5.5 | file system of the host | devcontainer-host, read-only-mounts
        """);
}
