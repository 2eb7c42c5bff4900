using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>A relative WORKDIR depends on the one before, wherever that is set.</summary>
internal static class DL3000
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.Each(
        "DL3000",
        Severity.High,
        "WORKDIR is relative; write an absolute path.",
        workdir => workdir.Keyword == "WORKDIR" && !ImagePath.IsAbsolute(workdir.Paths[0]));
}
