using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Hadolint.Facts;

/// <summary>What rules about stages share.</summary>
internal static class StageUse
{
    /// <summary>Where an instruction stands again in a stage of which only the last counts.</summary>
    public static IEnumerable<int> Repeated(LintedFile file, string keyword)
    {
        var seen = false;
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Keyword == keyword && seen)
                yield return instruction.Line;
            seen = instruction.Keyword != "FROM" && (seen || instruction.Keyword == keyword);
        }
    }

    /// <summary>The RUNs that leave something behind where it matters: in the last stage, or in one that another builds upon.</summary>
    public static IEnumerable<int> Reported(LintedFile file, Func<LintedInstruction, bool> forgets)
    {
        var (stage, bases, forgotten) = (BaseImage.None, new HashSet<string>(), new List<(int Line, BaseImage Stage)>());
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Keyword == "FROM")
            {
                stage = instruction.BaseImage;
                bases.Add(stage.Name);
            }
            else if (instruction.Keyword == "RUN" && forgets(instruction))
            {
                forgotten.Add((instruction.Line, stage));
            }
        }

        return forgotten.Where(run => run.Stage == stage || (run.Stage.Alias is { } alias && bases.Contains(alias))).Select(run => run.Line);
    }
}
