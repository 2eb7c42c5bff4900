using System.Buffers;
using System.Collections.Immutable;
using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Variables of one ENV do not see each other.</summary>
internal static class DL3044
{
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

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
            if (instruction.Keyword == "ENV" && HasEarlyUse(instruction.Pairs, known))
                yield return instruction.Line;
            known.UnionWith(instruction.Pairs.Select(pair => pair.Name));
        }
    }

    private static bool HasEarlyUse(ImmutableArray<NameValue> pairs, HashSet<string> known)
    {
        var used = pairs.SelectMany(pair => NamesIn(pair.Value).Distinct()).CountBy(name => name).ToDictionary();
        return pairs.Any(pair => !known.Contains(pair.Name)
            && used.GetValueOrDefault(pair.Name) > (NamesIn(pair.Value).Contains(pair.Name) ? 1 : 0));
    }

    /// <summary>Those of <c>$name</c> and <c>${name}</c>.</summary>
    private static IEnumerable<string> NamesIn(string value)
    {
        for (var at = value.IndexOf('$'); at >= 0; at = value.IndexOf('$', at + 1))
        {
            var rest = value.AsSpan(at + 1);
            if (!rest.StartsWith('{'))
                yield return new string(rest.IndexOfAnyExcept(NameLetters) is var length and >= 0 ? rest[..length] : rest);
            else if (rest.IndexOfAny('}', '$') is var end and > 0 && rest[end] == '}')
                yield return new string(rest[1..end]);
        }
    }
}
