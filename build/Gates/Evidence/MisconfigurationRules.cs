using System.Collections.Immutable;
using ContainerSecurity.Rules;
using ContainerSecurity.Rules.Containers;
using ContainerSecurity.Rules.Workflows;

namespace ContainerSecurity.Gates.Evidence;

/// <summary>Every rule, in the order of codes. A test finds the rule that is missing here.</summary>
internal static class MisconfigurationRules
{
    public static ImmutableArray<MisconfigurationRule> All { get; } =
    [
        CS2001.Rule,
        CS2002.Rule,
        CS2003.Rule,
        CS2004.Rule,
        CS2005.Rule,
        CS2006.Rule,
        CS2007.Rule,
        CS2008.Rule,
        CS2009.Rule,
        CS2010.Rule,
        CS3001.Rule,
        CS3002.Rule,
        CS3003.Rule,
        CS3004.Rule,
        CS3005.Rule,
        CS3006.Rule,
        CS3007.Rule,
    ];
}
