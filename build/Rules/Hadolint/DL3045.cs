using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;
using ContainerSecurity.Rules.Hadolint.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>A relative destination depends on a WORKDIR that nobody set.</summary>
internal static class DL3045
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL3045",
        Severity.Medium,
        "COPY has a relative destination and no WORKDIR is set; set one, or write an absolute path.",
        Relative);

    private static IEnumerable<int> Relative(LintedFile file)
    {
        var workdir = new StageMemory();
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Keyword == "FROM")
                workdir.Enter(instruction.BaseImage);
            else if (instruction.Keyword == "WORKDIR")
                workdir.Set();
            else if (instruction.Keyword == "COPY" && !workdir.IsSet && !ImagePath.IsAbsolute(instruction.Paths[^1]))
                yield return instruction.Line;
        }
    }
}
