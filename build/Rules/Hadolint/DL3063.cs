using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>These names mean something else to a builder.</summary>
internal static class DL3063
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.Each(
        "DL3063",
        Severity.Medium,
        "The stage has a reserved name; choose another than `scratch` and `context`.",
        from => from is { Keyword: "FROM", BaseImage.Alias: "scratch" or "context" });
}
