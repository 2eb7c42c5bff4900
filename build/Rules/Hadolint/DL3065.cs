using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>The target platform is what a build has anyway.</summary>
internal static class DL3065
{
    public static LintRule Rule { get; } = LintRule.Each(
        "DL3065",
        LintLevel.Warning,
        "`--platform=$TARGETPLATFORM` is the default; leave it out.",
        from => from is { Keyword: "FROM", BaseImage.Platform: "$TARGETPLATFORM" or "${TARGETPLATFORM}" });
}
