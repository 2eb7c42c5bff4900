using ContainerSecurity.Findings;
using ContainerSecurity.Shell;
using ContainerSecurity.Shell.Programs;

namespace ContainerSecurity.Formats.Scripts;

/// <summary>Commands that something of the product runs.</summary>
/// <param name="What">What runs them, for messages.</param>
/// <param name="Place">Where <see cref="Text"/> begins.</param>
internal sealed record Script(string What, Place Place, string Text, ScriptLanguage Language = ScriptLanguage.Shell)
{
    /// <summary>The text's lines are those of the file, so that a command can be found in it; else all stands on the first line.</summary>
    public bool KeepsLines { get; init; }

    /// <summary>Its shell is started with <c>-e</c>.</summary>
    public bool StopsAtErrors { get; init; }

    /// <summary>The text as a shell reads it, taken apart when it is first asked for.</summary>
    public ShellScript Shell { get => field ??= ShellScript.Parse(Text); init; }

    public Place PlaceOf(CommandFault fault) => PlaceOf(fault.Line);

    /// <param name="line">Of <see cref="Text"/>, 1-based.</param>
    public Place PlaceOf(int line) => KeepsLines ? Place with { Line = Place.Line + line - 1 } : Place;
}

/// <summary>Who reads a script.</summary>
internal enum ScriptLanguage
{
    Shell,
    PowerShell,

    /// <summary>Python and any other program that a step names; it may be readable as shell all the same.</summary>
    Other,
}
