using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>A fixed platform makes an image for one machine.</summary>
internal static class DL3029
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.Each(
        "DL3029",
        Severity.Medium,
        "FROM has a fixed --platform; leave it out or use $BUILDPLATFORM.",
        from => from.Keyword == "FROM" && from.BaseImage.Platform is { } platform
            && !platform.Contains("BUILDPLATFORM", StringComparison.Ordinal)
            && !platform.Contains("TARGETPLATFORM", StringComparison.Ordinal));
}
