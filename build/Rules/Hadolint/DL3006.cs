using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>An image without tag or digest is another one tomorrow.</summary>
internal static class DL3006
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL3006",
        Severity.Medium,
        "The image has neither tag nor digest; name the version.",
        Untagged);

    private static IEnumerable<int> Untagged(LintedFile file)
    {
        var stages = new HashSet<string>();
        foreach (var from in file.Instructions.Where(instruction => instruction.Keyword == "FROM"))
        {
            var (image, alias, _) = from.BaseImage;
            var named = image is { Registry: null, Name: "scratch" } || image.Tag is not null || image.Digest is not null
                || image.Name.StartsWith('$') || stages.Contains(image.Name);
            if (alias is not null)
                stages.Add(alias);
            if (!named)
                yield return from.Line;
        }
    }
}
