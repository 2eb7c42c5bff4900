using Cake.Core;
using Spectre.Console;

namespace Cake.Frosting.Internal;

/// <summary>
/// Cake's console, without escape codes where the output is not a terminal: Cake checks only <c>TERM</c>, so they would end up in log files.
/// </summary>
internal sealed class TerminalConsole(ICakeEnvironment environment) : IConsole
{
    // Wide enough for a table of targets with their descriptions in a log file.
    private const int LogFileWidth = 120;

    private readonly CakeConsole _console = new(environment);

    public ConsoleColor ForegroundColor
    {
        get => _console.ForegroundColor;
        set => _console.ForegroundColor = value;
    }

    public ConsoleColor BackgroundColor
    {
        get => _console.BackgroundColor;
        set => _console.BackgroundColor = value;
    }

    public bool SupportAnsiEscapeCodes => IsTerminal && _console.SupportAnsiEscapeCodes;

    private static bool IsTerminal => !Console.IsOutputRedirected && !Console.IsErrorRedirected;

    /// <summary>The console for tables, by the same rule.</summary>
    public static IAnsiConsole CreateAnsiConsole()
    {
        if (IsTerminal)
            return AnsiConsole.Console;

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = LogFileWidth;
        return console;
    }

    public void Write(string format, params object[] arg) => _console.Write(format, arg);

    public void Write(string value) => _console.Write(value);

    public void WriteLine(string format, params object[] arg) => _console.WriteLine(format, arg);

    public void WriteLine(string value) => _console.WriteLine(value);

    public void WriteError(string format, params object[] arg) => _console.WriteError(format, arg);

    public void WriteError(string value) => _console.WriteError(value);

    public void WriteErrorLine(string format, params object[] arg) => _console.WriteErrorLine(format, arg);

    public void WriteErrorLine(string value) => _console.WriteErrorLine(value);

    public void ResetColor() => _console.ResetColor();
}
