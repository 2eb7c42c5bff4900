using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>A stage whose last USER is root gives its process all rights.</summary>
internal static class DL3002
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL3002",
        Severity.Medium,
        "The last USER of this stage is root; end with a user that is not.",
        LastRootUsers);

    private static IEnumerable<int> LastRootUsers(LintedFile file)
    {
        var lines = new SortedDictionary<int, int>();
        var stage = 0;
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Keyword == "FROM")
                stage = instruction.Line;
            else if (instruction.Keyword == "USER" && stage > 0 && IsRoot(instruction.User))
                lines[stage] = instruction.Line;
            else if (instruction.Keyword == "USER")
                lines.Remove(stage);
        }

        return lines.Values;
    }

    private static bool IsRoot(string user) =>
        user is "root" or "0" || user.StartsWith("root:", StringComparison.Ordinal) || user.StartsWith("0:", StringComparison.Ordinal);
}
