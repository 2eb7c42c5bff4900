using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Only a number tells an orchestrator that the user is not root.</summary>
internal static class DL3066
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL3066",
        Severity.Low,
        "USER is a name; give the number, which needs no look-up in the image.",
        Named);

    private static IEnumerable<int> Named(LintedFile file)
    {
        var arguments = new HashSet<string>();
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Keyword == "ARG")
                arguments.UnionWith(instruction.Pairs.Select(pair => pair.Name));
            else if (instruction.Keyword == "USER" && !IsNumber(instruction.User) && !IsArgument(instruction.User, arguments))
                yield return instruction.Line;
        }
    }

    private static bool IsNumber(string user) => user.Split(':')[0].All(char.IsDigit);

    private static bool IsArgument(string user, HashSet<string> arguments) =>
        arguments.Any(name => user.Contains($"${{{name}}}", StringComparison.Ordinal) || user.Contains($"${name}", StringComparison.Ordinal));
}
