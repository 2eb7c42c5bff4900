using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>A build begins with an image.</summary>
internal static class DL3061
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL3061",
        Severity.High,
        "Before the first FROM only ARG can stand.",
        file => file.Instructions
            .TakeWhile(instruction => instruction.Keyword != "FROM")
            .Where(instruction => instruction.Keyword != "ARG")
            .Select(instruction => instruction.Line));
}
