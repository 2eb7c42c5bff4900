using System.Collections.Immutable;

namespace ContainerSecurity.Shell.Syntax;

/// <summary>Commands whose output becomes a word, or a file that a word names.</summary>
internal sealed class ShellSubstitution(SubstitutionKind kind, ImmutableArray<ShellPipeline> pipelines)
{
    public SubstitutionKind Kind => kind;

    public ImmutableArray<ShellPipeline> Pipelines => pipelines;
}
