using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>`latest` says nothing about what will be there.</summary>
internal static class DL3007
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.Each(
        "DL3007",
        Severity.Medium,
        "The tag `latest` changes without notice; name a version.",
        from => from.Keyword == "FROM" && from.BaseImage.Image is { Tag: "latest", Digest: null });
}
