namespace ContainerSecurity.Rules.Hadolint;

/// <summary>A label of the schema must say something.</summary>
internal static class DL3051
{
    public static LintRule Rule { get; } = LintRule.EachLabel(
        "DL3051",
        "is empty.",
        null,
        value => value.Length == 0);
}
