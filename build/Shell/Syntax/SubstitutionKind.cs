namespace ContainerSecurity.Shell.Syntax;

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
