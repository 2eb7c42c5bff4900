using ContainerSecurity.Findings;
using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Docker;

/// <summary>Instructions in one case read best; the case of most decides, upper case on a tie.</summary>
internal static class ConsistentInstructionCasing
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.Over(
        nameof(ConsistentInstructionCasing),
        "Write all instructions in the same case.",
        Differing);

    private static IEnumerable<Hit> Differing(DockerBuild build)
    {
        // ARGs before the first FROM belong to no stage and are not counted.
        var instructions = build.Dockerfile.Stages.SelectMany(stage => stage.Instructions.Prepend(stage.From)).ToList();
        var lower = instructions.Count(instruction => LetterCase.IsLower(instruction.Written));
        var upper = instructions.Count(instruction => LetterCase.IsUpper(instruction.Written));
        return instructions
            .Where(instruction => !(lower > upper ? LetterCase.IsLower(instruction.Written) : LetterCase.IsUpper(instruction.Written)))
            .Select(instruction => new Hit(instruction.Line)
            {
                Message = $"`{instruction.Written}` is not in {(lower > upper ? "lower" : "upper")} case as most instructions are; write all in the "
                    + "same case.",
            });
    }
}
