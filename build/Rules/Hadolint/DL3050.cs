using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Labels outside the schema are not wanted.</summary>
internal static class DL3050
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL3050",
        Severity.Low,
        "A label is not in the schema.",
        file => file.Instructions
            .Where(label => label.Keyword == "LABEL" && file.Settings.StrictLabels)
            .Where(label => !label.Pairs.All(pair => file.Settings.LabelSchema.ContainsKey(pair.Name)))
            .Select(label => label.Line));
}
