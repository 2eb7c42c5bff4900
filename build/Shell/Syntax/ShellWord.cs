using System.Collections.Immutable;

namespace ContainerSecurity.Shell.Syntax;

/// <summary>One word of a command.</summary>
/// <param name="Text">Quotes and escapes resolved; variables as <c>${NAME}</c>; empty where it is only known at run time (<c>{a,b}</c>, <c>&lt;(…)</c>).</param>
/// <param name="IsLiteral">The text is exactly what the command receives: no variable, substitution or wildcard.</param>
/// <param name="Substitutions">The commands that run to produce the word.</param>
internal sealed record ShellWord(string Text, bool IsLiteral, ImmutableArray<ShellSubstitution> Substitutions);

/// <summary>Commands whose output becomes a word, or a file that a word names.</summary>
internal sealed record ShellSubstitution(SubstitutionKind Kind, ImmutableArray<ShellPipeline> Pipelines);

/// <summary>How a substitution is given to the command.</summary>
internal enum SubstitutionKind
{
    /// <summary><c>$(…)</c> and backticks: its output is text of the word.</summary>
    Output,

    /// <summary><c>&lt;(…)</c>: the word names a file with its output.</summary>
    FileToRead,

    /// <summary><c>&gt;(…)</c>: the word names a file that it reads.</summary>
    FileToWrite,
}
