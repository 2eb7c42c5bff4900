using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>A build begins with an image.</summary>
internal static class DL3061
{
    public static LintRule Rule { get; } = LintRule.OverAll(
        "DL3061",
        LintLevel.Error,
        "Before the first FROM only ARG can stand.",
        file => file.Instructions
            .TakeWhile(instruction => instruction.Keyword != "FROM")
            .Where(instruction => instruction.Keyword != "ARG")
            .Select(instruction => instruction.Line));
}
