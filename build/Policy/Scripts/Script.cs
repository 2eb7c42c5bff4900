namespace ContainerSecurity.Policy.Scripts;

/// <summary>Commands that something in the repository runs, and where they stand.</summary>
/// <param name="File">Relative to the root with <c>/</c>.</param>
/// <param name="Line">The line of the file on which <see cref="Text"/> begins, 1-based.</param>
internal sealed record Script(string File, int Line, string Text, ScriptLanguage Language);

/// <summary>Who reads a script.</summary>
internal enum ScriptLanguage
{
    Shell,
    PowerShell,
}
