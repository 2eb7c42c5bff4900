using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>A fixed platform makes an image for one machine.</summary>
internal static class DL3029
{
    public static LintRule Rule { get; } = LintRule.Each(
        "DL3029",
        LintLevel.Warning,
        "FROM has a fixed --platform; leave it out or use $BUILDPLATFORM.",
        from => from.Keyword == "FROM" && from.BaseImage.Platform is { } platform
            && !platform.Contains("BUILDPLATFORM", StringComparison.Ordinal)
            && !platform.Contains("TARGETPLATFORM", StringComparison.Ordinal));
}
