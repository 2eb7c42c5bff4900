using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>`latest` says nothing about what will be there.</summary>
internal static class DL3007
{
    public static LintRule Rule { get; } = LintRule.Each(
        "DL3007",
        LintLevel.Warning,
        "The tag `latest` changes without notice; name a version.",
        from => from.Keyword == "FROM" && from.BaseImage.Image is { Tag: "latest", Digest: null });
}
