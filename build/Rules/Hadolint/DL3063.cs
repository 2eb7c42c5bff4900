using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>These names mean something else to a builder.</summary>
internal static class DL3063
{
    public static LintRule Rule { get; } = LintRule.Each(
        "DL3063",
        LintLevel.Warning,
        "The stage has a reserved name; choose another than `scratch` and `context`.",
        from => from is { Keyword: "FROM", BaseImage.Alias: "scratch" or "context" });
}
