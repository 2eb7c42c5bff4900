using ContainerSecurity.Findings;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Labels outside the schema are not wanted.</summary>
internal static class DL3050
{
    public static LintRule Rule { get; } = LintRule.OverAll(
        "DL3050",
        LintLevel.Info,
        "A label is not in the schema.",
        file => file.Instructions
            .Where(label => label.Keyword == "LABEL" && file.Settings.StrictLabels)
            .Where(label => !label.Pairs.All(pair => file.Settings.LabelSchema.ContainsKey(pair.Name)))
            .Select(label => label.Line));
}
