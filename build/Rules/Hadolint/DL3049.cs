using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Labels of the schema must be there.</summary>
internal static class DL3049
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL3049",
        Severity.Low,
        "A label of the schema is missing.",
        file => file.Settings.LabelSchema.Keys.SelectMany(label => Missing(file, label)
            .Select(line => new Hit(line) { Message = $"The label `{label}` is missing." })));

    private static IEnumerable<int> Missing(LintedFile file, string label)
    {
        var (with, without) = (new List<LintedInstruction>(), new List<LintedInstruction>());
        LintedInstruction? stage = null;
        foreach (var instruction in file.Instructions)
        {
            switch (instruction.Keyword)
            {
                case "FROM":
                    stage = instruction;
                    (with.Exists(other => IsNamed(other, instruction.BaseImage.Name)) ? with : without).Add(instruction);
                    break;
                // What is only copied from, or built upon by a stage that has the label, needs none.
                case "COPY" when instruction.CopiedFrom is { } source:
                    without.RemoveAll(other => IsNamed(other, source));
                    break;
                case "LABEL" when stage is not null && instruction.Pairs.Any(pair => pair.Name == label):
                    without.RemoveAll(other => other == stage || IsNamed(other, stage.BaseImage.StageName));
                    with.Add(stage);
                    break;
            }
        }

        return without.Select(from => from.Line);
    }

    private static bool IsNamed(LintedInstruction from, string name) => from.BaseImage.Alias == name;
}
