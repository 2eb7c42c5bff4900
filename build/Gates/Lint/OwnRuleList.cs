using System.Collections.Immutable;
using ContainerSecurity.Rules;
using ContainerSecurity.Rules.Dockerfiles;

namespace ContainerSecurity.Gates.Lint;

/// <summary>Every rule that Hadolint lacks, in the order of codes. A test finds the rule that is missing here.</summary>
internal static class OwnRuleList
{
    public static ImmutableArray<OwnRule> All { get; } =
    [
        CS1001.Rule,
        CS1002.Rule,
        CS1003.Rule,
        CS1004.Rule,
        CS1005.Rule,
        CS1006.Rule,
        CS1007.Rule,
        CS1008.Rule,
        CS1009.Rule,
        CS1010.Rule,
        CS1011.Rule,
        CS1012.Rule,
        CS1013.Rule,
        CS1014.Rule,
    ];

    /// <returns>What to do about a finding; null for a code of somebody else.</returns>
    public static string? HelpFor(string code) => All.FirstOrDefault(rule => rule.Code == code)?.Help;
}
