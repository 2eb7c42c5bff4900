namespace ContainerSecurity.Shell.Syntax;

/// <summary>Commands whose output becomes a word, or a file that a word names.</summary>
internal sealed class ShellSubstitution(SubstitutionKind kind, ShellPipeline[] pipelines)
{
    public SubstitutionKind Kind => kind;

    public ShellPipeline[] Pipelines => pipelines;
}
