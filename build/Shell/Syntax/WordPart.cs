namespace ContainerSecurity.Shell.Syntax;

/// <summary>A piece of a word: each is expanded in its own way.</summary>
/// <param name="kind">What it is.</param>
/// <param name="text">A literal's characters with quotes and escapes resolved; a variable's name; the commands of neither.</param>
/// <param name="isQuoted">In double quotes, where its value stays one word.</param>
internal sealed class WordPart(WordPartKind kind, string text, bool isQuoted)
{
    public WordPartKind Kind => kind;

    public string Text => text;

    public bool IsQuoted { get; set; } = isQuoted;

    /// <summary>Of a variable, what is done with its value: <c>:-</c>, <c>#</c>, <c>/</c> …; empty for the value itself.</summary>
    public string Operator { get; init; } = "";

    /// <summary>What follows <see cref="Operator"/>: a default, a pattern; null without one.</summary>
    public ShellWord? Operand { get; init; }

    /// <summary>Null unless <see cref="Kind"/> says that commands make the text.</summary>
    public ShellSubstitution? Substitution { get; init; }
}

/// <summary>What a piece of a word is.</summary>
internal enum WordPartKind
{
    Literal,

    /// <summary><c>$NAME</c>, <c>${NAME:-default}</c>, <c>$1</c>, <c>$@</c>.</summary>
    Variable,

    /// <summary><c>$(…)</c>, backticks, <c>&lt;(…)</c>, <c>&gt;(…)</c>.</summary>
    Substitution,

    /// <summary>Known at run time only: a wildcard, <c>{a,b}</c>, arithmetic.</summary>
    Unknown,
}
