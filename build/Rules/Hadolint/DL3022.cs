using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>`COPY --from` a name that is no stage pulls an image.</summary>
internal static class DL3022
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL3022",
        Severity.Medium,
        "`COPY --from` names no earlier stage; name one, or an image with its tag.",
        Unknown);

    private static IEnumerable<int> Unknown(LintedFile file)
    {
        var (names, count) = (new HashSet<string>(), 0);
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Keyword == "FROM")
            {
                count++;
                if (instruction.BaseImage.Alias is { } alias)
                    names.Add(alias);
            }
            else if (instruction is { Keyword: "COPY", CopiedFrom: { } source }
                && !names.Contains(source)
                && !IsImage(source)
                && !IsIndex(source, count))
            {
                yield return instruction.Line;
            }
        }
    }

    private static bool IsImage(string source) => source.Contains(':');

    private static bool IsIndex(string source, int count)
    {
        var digits = new string([.. source.TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, out var index) && index < count;
    }
}
