using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>The shell form hides signals from the program.</summary>
internal static class DL3025
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.Each(
        "DL3025",
        Severity.Medium,
        "Write the command in JSON form, so that it gets signals: [\"program\", \"argument\"].",
        instruction => instruction.Instruction.ExecForm is null
            && (instruction.Keyword is "CMD" or "ENTRYPOINT" || instruction is { Keyword: "HEALTHCHECK", Arguments: ["CMD", ..] }));
}
