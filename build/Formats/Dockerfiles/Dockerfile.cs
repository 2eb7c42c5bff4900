using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>A parsed Dockerfile: every instruction in order, and what the comments carry.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Escape">The escape character, <c>\</c> or <c>`</c>.</param>
/// <param name="Comments">Comment lines, parser directives included, in order.</param>
internal sealed record Dockerfile(string Path, char Escape, ImmutableArray<Instruction> Instructions, ImmutableArray<Comment> Comments)
{
    /// <summary>The stages in order; instructions before the first FROM belong to none.</summary>
    public ImmutableArray<Stage> Stages { get; init; } = [];

    public ImmutableArray<ParserDirective> Directives { get; init; } = [];

    /// <summary>Last lines of instructions with an empty line among their continuation lines.</summary>
    public ImmutableArray<int> EmptyContinuations { get; init; } = [];
}

/// <summary>A directive at the top: <c># escape=`</c>.</summary>
/// <param name="Name">Lower case: escape, syntax or check.</param>
internal sealed record ParserDirective(int Line, string Name, string Value);

/// <summary>One comment line without its <c>#</c>.</summary>
internal sealed record Comment(int Line, string Text);
