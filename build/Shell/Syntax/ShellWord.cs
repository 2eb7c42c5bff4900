namespace ContainerSecurity.Shell.Syntax;

/// <summary>One word of a command.</summary>
/// <param name="text">
/// Quotes and escapes resolved; variables as <c>${NAME}</c>; empty where it is only known at run time (<c>{a,b}</c>, <c>&lt;(…)</c>).
/// </param>
/// <param name="isLiteral">The text is exactly what the command receives: no variable, substitution or wildcard.</param>
/// <param name="substitutions">The commands that run to produce the word.</param>
internal sealed class ShellWord(string text, bool isLiteral, ShellSubstitution[] substitutions)
{
    public string Text => text;

    public bool IsLiteral => isLiteral;

    public ShellSubstitution[] Substitutions => substitutions;

    /// <summary>The pieces from left to right; a word that is only text has one.</summary>
    public WordPart[] Parts
    {
        get => field ??= [new WordPart(WordPartKind.Literal, Text, false)];
        init;
    }
}
