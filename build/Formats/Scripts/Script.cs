namespace ContainerSecurity.Formats.Scripts;

/// <summary>Commands that something in the repository runs, and where they stand.</summary>
/// <param name="File">Relative to the root with <c>/</c>.</param>
/// <param name="Line">The line of the file on which <see cref="Text"/> begins, 1-based.</param>
internal sealed record Script(string File, int Line, string Text, ScriptLanguage Language)
{
    /// <summary>False where a line end inside <see cref="Text"/> is none in the file, as in a JSON string.</summary>
    public bool KeepsLines { get; init; } = true;
}

/// <summary>Who reads a script.</summary>
internal enum ScriptLanguage
{
    Shell,
    PowerShell,

    /// <summary>Python and any other program that a step names; it may be readable as shell all the same.</summary>
    Other,
}
