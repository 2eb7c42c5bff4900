using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>A stage cannot copy from itself.</summary>
internal static class DL3023
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL3023",
        Severity.High,
        "`COPY --from` names its own stage; copy from an earlier one.",
        FromItself);

    private static IEnumerable<int> FromItself(LintedFile file)
    {
        string? stage = null;
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Keyword == "FROM")
                stage = instruction.BaseImage.Alias;
            else if (instruction is { Keyword: "COPY", CopiedFrom: { } source } && source == stage)
                yield return instruction.Line;
        }
    }
}
