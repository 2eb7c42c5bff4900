using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>ADD extracts and downloads; for plain files that is a surprise waiting.</summary>
internal static class DL3020
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.Each(
        "DL3020",
        Severity.High,
        "Copy files and folders with COPY; ADD is for archives and URLs.",
        add => add.Keyword == "ADD" && add.Paths.SkipLast(1).Any(source => !ImagePath.IsArchive(source) && !IsUrl(source)));

    private static bool IsUrl(string source) =>
        source.StartsWith("https://", StringComparison.Ordinal) || source.StartsWith("http://", StringComparison.Ordinal);
}
