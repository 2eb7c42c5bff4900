using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Two programs for one job.</summary>
internal static class DL4001
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAllAndTriggers(
        "DL4001",
        Severity.Medium,
        "The stage uses both curl and wget; use one of them.",
        Both);

    private static IEnumerable<int> Both(LintedFile file)
    {
        var used = new HashSet<string>();
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Keyword == "FROM")
                used.Clear();
            if (instruction.Keyword != "RUN")
                continue;
            var here = instruction.Commands.Select(command => command.Name!).Where(name => name is "curl" or "wget").ToList();
            used.UnionWith(here);
            if (here.Count > 0 && used.Count == 2)
                yield return instruction.Line;
        }
    }
}
