using System.Collections.Immutable;
using ContainerSecurity.Shell.Syntax;

namespace ContainerSecurity.Shell.Flow.Values;

/// <summary>A function of a shell, and where it is written.</summary>
internal readonly record struct ShellFunction(ImmutableArray<ShellPipeline> Body, TextPlace Place);
