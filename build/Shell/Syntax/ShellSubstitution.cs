using System.Collections.Immutable;

namespace ContainerSecurity.Shell.Syntax;

/// <summary>Commands whose output becomes a word, or a file that a word names.</summary>
internal sealed record ShellSubstitution(SubstitutionKind Kind, ImmutableArray<ShellPipeline> Pipelines);
