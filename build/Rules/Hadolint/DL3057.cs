using ContainerSecurity.Findings;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint;

/// <summary>Without HEALTHCHECK an engine knows only that the process lives.</summary>
internal static class DL3057
{
    public static Rule<LintedFile> Rule { get; } = HadolintRule.OverAll(
        "DL3057",
        Severity.Info,
        "The stage has no HEALTHCHECK.",
        Unchecked) with
    {
        IsOptIn = true,
    };

    private static IEnumerable<int> Unchecked(LintedFile file)
    {
        var (with, without) = (new List<LintedInstruction>(), new List<LintedInstruction>());
        LintedInstruction? stage = null;
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Keyword == "FROM")
            {
                stage = instruction;
                (with.Exists(other => IsBaseOf(other, instruction)) ? with : without).Add(instruction);
            }
            else if (instruction.Keyword == "HEALTHCHECK" && stage is not null)
            {
                with.AddRange(TakeBases(without, stage));
                without.Remove(stage);
                with.Add(stage);
            }
        }

        return without.Select(from => from.Line);
    }

    // The stages that this one builds upon need no check of their own.
    private static List<LintedInstruction> TakeBases(List<LintedInstruction> without, LintedInstruction stage)
    {
        var bases = without.FindAll(other => IsBaseOf(other, stage));
        without.RemoveAll(bases.Contains);
        return [.. bases, .. bases.SelectMany(found => TakeBases(without, found))];
    }

    private static bool IsBaseOf(LintedInstruction stage, LintedInstruction from) => stage.BaseImage.StageName == from.BaseImage.Name;
}
