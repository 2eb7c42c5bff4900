using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Two stages of one name cannot be told apart.</summary>
internal static class DL3024
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL3024",
        Severity.High,
        "An earlier stage has this name already; choose another.",
        Repeated);

    private static IEnumerable<int> Repeated(LintedFile file)
    {
        var names = new HashSet<string>();
        return file.Instructions
            .Where(instruction => instruction is { Keyword: "FROM", BaseImage.Alias: { } alias } && !names.Add(alias))
            .Select(instruction => instruction.Line);
    }
}
