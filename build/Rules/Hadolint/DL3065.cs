using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>The target platform is what a build has anyway.</summary>
internal static class DL3065
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.Each(
        "DL3065",
        Severity.Medium,
        "`--platform=$TARGETPLATFORM` is the default; leave it out.",
        from => from is { Keyword: "FROM", BaseImage.Platform: "$TARGETPLATFORM" or "${TARGETPLATFORM}" });
}
