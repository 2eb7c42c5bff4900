using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>A relative WORKDIR depends on the one before, wherever that is set.</summary>
internal static class DL3000
{
    public static LintRule Rule { get; } = LintRule.Each(
        "DL3000",
        LintLevel.Error,
        "WORKDIR is relative; write an absolute path.",
        workdir => workdir.Keyword == "WORKDIR" && !ImagePath.IsAbsolute(workdir.Paths[0]));
}
