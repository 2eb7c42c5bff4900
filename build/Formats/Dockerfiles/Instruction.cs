using System.Collections.Immutable;
using ContainerSecurity.Shell;

namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>One instruction of a Dockerfile, continuation lines joined.</summary>
internal sealed record Instruction
{
    /// <summary>Upper case: <c>RUN</c>.</summary>
    public required string Keyword { get; init; }

    /// <summary>The keyword in the case in which it is written.</summary>
    public required string Written { get; init; }

    /// <summary>First line, 1-based.</summary>
    public required int Line { get; init; }

    /// <summary>Last line, here-documents included.</summary>
    public required int EndLine { get; init; }

    /// <summary><c>--name=value</c> flags before the arguments; a flag without value has a null one.</summary>
    public ImmutableArray<InstructionFlag> Flags { get; init; } = [];

    /// <summary>All that follows keyword and flags, joined over continuations, comments dropped, otherwise as written.</summary>
    public required string Text { get; init; }

    /// <summary>Blanks follow on its last line, which <see cref="Text"/> leaves out.</summary>
    public bool EndsInBlank { get; init; }

    /// <summary>The words of the JSON form, <c>["a", "b"]</c>; null in shell form.</summary>
    public ImmutableArray<string>? ExecForm { get; init; }

    /// <summary>
    /// Words of <see cref="Text"/> split as the instruction defines (quotes and escapes resolved, variables untouched). One word for RUN, CMD and
    /// ENTRYPOINT in shell form and for USER, WORKDIR, STOPSIGNAL, MAINTAINER and ONBUILD; <c>name=value</c> for ENV and LABEL, the old form
    /// <c>ENV name value</c> too; <c>CMD</c> or <c>NONE</c> first for HEALTHCHECK.
    /// </summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>The same words with quotes and escapes as written, for who expands variables: <c>'$A'</c> is not <c>"$A"</c>.</summary>
    public ImmutableArray<string> RawArguments { get; init; } = [];

    /// <summary>ENV or LABEL with a blank instead of an equals sign: <c>ENV name value</c>.</summary>
    public bool IsOldForm { get; init; }

    public ImmutableArray<HereDocument> HereDocuments { get; init; } = [];

    /// <summary>The instruction inside an ONBUILD.</summary>
    public Instruction? Triggered { get; init; }

    /// <summary>The program that the first line of a lone here-document names, <c>#!/usr/bin/env python3</c>; null where there is none.</summary>
    public string? Interpreter => InstructionScript.InterpreterOf(this);

    /// <summary>The shell text that it runs, taken apart once, on demand.</summary>
    public ShellScript Script => field ??= InstructionScript.Read(this);
}

/// <summary><c>--name=value</c>; <see cref="Value"/> is null for a bare <c>--name</c>.</summary>
internal sealed record InstructionFlag(string Name, string? Value);

/// <summary>A here-document.</summary>
/// <param name="Name">Its delimiter, quotes removed.</param>
/// <param name="StripTabs"><c>&lt;&lt;-</c>: leading tabs are no part of the content (<see cref="Content"/> still has them).</param>
/// <param name="Expand">Variables are expanded: the delimiter is not quoted.</param>
/// <param name="Content">Its lines as written, each with its line end.</param>
/// <param name="Line">1-based line of its first content line.</param>
internal sealed record HereDocument(string Name, bool StripTabs, bool Expand, string Content, int Line);
