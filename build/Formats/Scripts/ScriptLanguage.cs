namespace ContainerSecurity.Formats.Scripts;

/// <summary>Who reads a script.</summary>
internal enum ScriptLanguage
{
    Shell,
    PowerShell,

    /// <summary>Of Windows. Its lines are near enough to a shell's to be read as such.</summary>
    Cmd,

    Python,
    JavaScript,
    Perl,
    Ruby,
    Php,

    /// <summary>Any other program that a step names; the script may be readable as shell all the same.</summary>
    Other,
}
