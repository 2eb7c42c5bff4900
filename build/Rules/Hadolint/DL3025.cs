using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>The shell form hides signals from the program.</summary>
internal static class DL3025
{
    public static LintRule Rule { get; } = LintRule.Each(
        "DL3025",
        LintLevel.Warning,
        "Write the command in JSON form, so that it gets signals: [\"program\", \"argument\"].",
        instruction => instruction.Instruction.ExecForm is null
            && (instruction.Keyword is "CMD" or "ENTRYPOINT" || instruction is { Keyword: "HEALTHCHECK", Arguments: ["CMD", ..] }));
}
