using System.Collections.Immutable;
using ContainerSecurity.Formats.Dockerfiles;

namespace ContainerSecurity.Rules.Facts;

/// <summary>An instruction as a build comes to it.</summary>
/// <param name="Line">Where Docker reports it: what ONBUILD triggers belongs to the FROM that triggers it.</param>
/// <param name="Words">The arguments with variables replaced; as written where no builder could read them.</param>
/// <param name="Unknown">Variables that nothing sets, once for each word that uses them.</param>
internal sealed record BuildStep(Instruction Instruction, int Line, ImmutableArray<string> Words, ImmutableArray<string> Unknown)
{
    public string Keyword => Instruction.Keyword;

    /// <summary>A command that a shell runs.</summary>
    public bool IsShellForm => Instruction.ExecForm is null;
}
