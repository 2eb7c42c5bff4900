using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>A label of the schema must say something.</summary>
internal static class DL3051
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.EachLabel(
        "DL3051",
        "is empty.",
        null,
        value => value.Length == 0);
}
