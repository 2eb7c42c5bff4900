using System.Collections.Immutable;

namespace ContainerSecurity.Dockerfiles;

/// <summary>A parsed Dockerfile: every instruction in order, and what the comments carry.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Escape">The escape character, <c>\</c> or <c>`</c>.</param>
/// <param name="Comments">Comment lines, parser directives included, in order.</param>
internal sealed record Dockerfile(string Path, char Escape, ImmutableArray<Instruction> Instructions, ImmutableArray<Comment> Comments)
{
    /// <summary>The stages in order; instructions before the first FROM belong to none.</summary>
    public ImmutableArray<Stage> Stages { get; init; } = [];
}

/// <summary>One comment line without its <c>#</c>.</summary>
internal sealed record Comment(int Line, string Text);
