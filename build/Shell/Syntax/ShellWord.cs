using System.Collections.Immutable;

namespace ContainerSecurity.Shell.Syntax;

/// <summary>One word of a command.</summary>
/// <param name="Text">Quotes and escapes resolved; variables as <c>${NAME}</c>; empty where only running would tell (<c>{a,b}</c>, <c>&lt;(…)</c>).</param>
/// <param name="IsLiteral">The text is exactly what the command gets: no variable, substitution or wildcard.</param>
/// <param name="Substitutions">What runs to make the word.</param>
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
