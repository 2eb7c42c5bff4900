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

    /// <summary>A command that fails ends it: <c>-e</c>.</summary>
    public bool StopsAtErrors { get; init; }

    /// <summary>A failure anywhere in a pipe counts: <c>-o pipefail</c>.</summary>
    public bool StopsInPipes { get; init; }

    /// <summary>Where it runs, relative to the repository; null where only the run knows it.</summary>
    public string? Folder { get; init; } = "";

    /// <summary>Scripts of one machine find the files of those before them; null for one that has its own.</summary>
    public string? Machine { get; init; }

    /// <summary>The text as a shell reads it, taken apart when it is first asked for.</summary>
    /// <remarks>A program in another language is the word that its interpreter is given: <c>python -c 'TEXT'</c>.</remarks>
    public ShellScript Shell
    {
        get => field ??= ShellScript.Parse(Interpreter is { } interpreter ? QuotedWords.Join([.. interpreter, Text]) : Text);
        init;
    }

    /// <summary>The words before a program on a command line; null for what is read as it stands.</summary>
    private string[]? Interpreter => Language switch
    {
        ScriptLanguage.Python => ["python", "-c"],
        ScriptLanguage.JavaScript => ["node", "-e"],
        ScriptLanguage.Perl => ["perl", "-e"],
        ScriptLanguage.Ruby => ["ruby", "-e"],
        ScriptLanguage.Php => ["php", "-r"],
        _ => null,
    };

    /// <summary>A script whose lines are those of its file.</summary>
    public static Script WithLines(string what, Place place, string text, ScriptLanguage language) =>
        new(what, place, text, language) { KeepsLines = true };

    public Place PlaceOf(CommandFault fault) => PlaceOf(fault.Line);

    /// <param name="line">Of <see cref="Text"/>, 1-based.</param>
    public Place PlaceOf(int line) => KeepsLines ? Place with { Line = Place.Line + line - 1 } : Place;
}
