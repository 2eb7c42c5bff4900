using System.Collections.Immutable;

namespace ContainerSecurity.Dockerfiles;

/// <summary>One instruction of a Dockerfile, continuation lines joined.</summary>
internal sealed record Instruction
{
    /// <summary>Upper case: <c>RUN</c>.</summary>
    public required string Keyword { get; init; }

    /// <summary>First line, 1-based.</summary>
    public required int Line { get; init; }

    /// <summary>Last line, here-documents included.</summary>
    public required int EndLine { get; init; }

    /// <summary><c>--name=value</c> flags before the arguments; a flag without value has a null one.</summary>
    public ImmutableArray<InstructionFlag> Flags { get; init; } = [];

    /// <summary>All that follows keyword and flags, joined over continuations, comments dropped, otherwise as written.</summary>
    public required string Text { get; init; }

    /// <summary>The words of the JSON form, <c>["a", "b"]</c>; null in shell form.</summary>
    public ImmutableArray<string>? ExecForm { get; init; }

    /// <summary>Words of <see cref="Text"/> split as the instruction defines (quotes and escapes resolved, variables untouched); for RUN in shell form, the whole text as one.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    public ImmutableArray<HereDocument> HereDocuments { get; init; } = [];

    /// <summary>The instruction inside an ONBUILD.</summary>
    public Instruction? Triggered { get; init; }
}

/// <summary><c>--name=value</c>; <see cref="Value"/> is null for a bare <c>--name</c>.</summary>
internal sealed record InstructionFlag(string Name, string? Value);

/// <summary>A here-document: its delimiter word, whether <c>&lt;&lt;-</c> strips tabs, whether variables are expanded, and its lines joined with newlines.</summary>
internal sealed record HereDocument(string Name, bool StripTabs, bool Expand, string Content, int Line);
