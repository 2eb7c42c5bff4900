namespace Acceptance.Tests.DevContainers;

/// <summary>The engines that the devcontainers are tried on.</summary>
public enum EngineVersion
{
    /// <summary>20.10, of Debian 12: it cannot leave the host out of a container's network by `gateway_mode`.</summary>
    Debian12,

    /// <summary>28 or later, of Debian sid.</summary>
    Sid,
}
