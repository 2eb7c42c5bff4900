using System.Collections.Immutable;
using ContainerSecurity.Formats.Containers;

namespace ContainerSecurity.Rules.Containers;

/// <summary>Every rule about what a container asks of its engine, in the order of ids. A test finds the rule that is missing here.</summary>
internal static class ContainerRules
{
    public static ImmutableArray<Rule<RequestedContainer>> All { get; } =
    [
        PrivilegedMode.Rule,
        SharedNamespace.Rule,
        EngineAccess.Rule,
        HostDevice.Rule,
        SystemMount.Rule,
        AddedCapability.Rule,
        DisabledConfinement.Rule,
        PublishedPort.Rule,
        WritableKeys.Rule,
        HostCommand.Rule,
        CredentialMount.Rule,
        UnpinnedFeature.Rule,
        RaisedRights.Rule,
    ];
}
