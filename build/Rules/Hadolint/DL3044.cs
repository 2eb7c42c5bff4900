using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Variables of one ENV do not see each other.</summary>
internal static class DL3044
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL3044",
        Severity.High,
        "A variable is used in the ENV that sets it; set it in an ENV of its own before.",
        UsedTooEarly);

    private static IEnumerable<int> UsedTooEarly(LintedFile file)
    {
        var known = new HashSet<string>();
        foreach (var instruction in file.Instructions.Where(instruction => instruction.Keyword is "ENV" or "ARG"))
        {
            if (instruction.Keyword == "ENV" && instruction.Pairs.Any(pair => !known.Contains(pair.Name) && IsUsedBesides(pair, instruction.Pairs)))
                yield return instruction.Line;
            known.UnionWith(instruction.Pairs.Select(pair => pair.Name));
        }
    }

    private static bool IsUsedBesides(NameValue variable, ImmutableArray<NameValue> pairs) =>
        pairs.Where((_, index) => index != pairs.IndexOf(variable)).Any(other => Uses(other.Value, variable.Name));

    private static bool Uses(string value, string name) =>
        value.Contains($"${{{name}}}", StringComparison.Ordinal) || value.Split($"${name}").Skip(1).Any(EndsName);

    private static bool EndsName(string rest) => rest.Length == 0 || !(char.IsAsciiLetterOrDigit(rest[0]) || rest[0] == '_');
}
