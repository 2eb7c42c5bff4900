using System.Collections.Immutable;

namespace ContainerSecurity.Probing.Isolation;

/// <summary>The isolated form as it is written, or wrong in one way, to show that the wrong would be seen.</summary>
/// <param name="What">As reports name it.</param>
/// <param name="Override">
/// What a further compose file says of it, with <c>{network}</c> for the name of the ordinary network and <c>{resolver}</c> for a server outside.
/// </param>
internal sealed record IsolatedVariant(string What, string Override)
{
    private const string OnOrdinary =
        """
        services: { agent: { networks: [ordinary] } }
        networks: { ordinary: { external: true, name: "{network}" } }
        """;

    public static IsolatedVariant Documented { get; } = new("as documented", "services: {}") { IsTamperedWith = true };

    public static IsolatedVariant OnOrdinaryNetwork { get; } = new("the agent is on an ordinary network too", OnOrdinary) { IsOnOrdinary = true };

    public static IsolatedVariant WithOutsideResolver { get; } = new(
        "the engine's resolver asks a server outside",
        OnOrdinary.Replace("networks: [ordinary]", "networks: [ordinary], dns: !override [\"{resolver}\"]", StringComparison.Ordinal))
    {
        IsOnOrdinary = true,
    };

    public static IsolatedVariant WithCapability { get; } = new("the agent has a capability", "services: { agent: { cap_add: [NET_RAW] } }");

    public static IsolatedVariant WithKeys { get; } = new(
        "the agent is given the keys", "services: { agent: { env_file: [\"~/.claude/proxy.env\"] } }");

    public static IsolatedVariant WithRights { get; } = new(
        "the agent's container has the rights of an administrator",
        "services: { agent: { cap_add: [NET_ADMIN, SYS_ADMIN, SYS_PTRACE], security_opt: [\"seccomp=unconfined\"] } }")
    {
        IsTamperedWith = true,
    };

    /// <summary>Those that are wrong.</summary>
    public static ImmutableArray<IsolatedVariant> Wrong { get; } = [OnOrdinaryNetwork, WithOutsideResolver, WithCapability, WithKeys, WithRights];

    /// <summary>Whether the addresses of the outside can be reached from it, given routes.</summary>
    public bool IsOnOrdinary { get; private init; }

    /// <summary>Whether somebody tampers with it, and every way out is tried again.</summary>
    public bool IsTamperedWith { get; private init; }
}
