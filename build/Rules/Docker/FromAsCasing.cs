using ContainerSecurity.Formats.Dockerfiles.Stages;
using ContainerSecurity.Rules.Facts;

namespace ContainerSecurity.Rules.Docker;

/// <summary>FROM and AS read best in the same case.</summary>
internal static class FromAsCasing
{
    public static Rule<DockerBuild> Rule { get; } = DockerRule.EachStage(
        nameof(FromAsCasing),
        "Write FROM and AS in the same case.",
        stage => stage.From.RawArguments is [_, var word, _] && IsOther(stage.From.Written, word));

    // A FROM in mixed case is told about by ConsistentInstructionCasing.
    private static bool IsOther(string from, string word) =>
        LetterCase.IsLower(from) ? !LetterCase.IsLower(word) : LetterCase.IsUpper(from) && !LetterCase.IsUpper(word);
}
