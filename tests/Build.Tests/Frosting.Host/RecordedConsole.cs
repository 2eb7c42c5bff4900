using Cake.Core;

namespace Build.Tests.Frosting.Host;

/// <summary>A console without colours that writes what a user sees to one place.</summary>
internal sealed class RecordedConsole(TextWriter writer) : IConsole
{
    public ConsoleColor ForegroundColor { get; set; }

    public ConsoleColor BackgroundColor { get; set; }

    public bool SupportAnsiEscapeCodes => false;

    public void Write(string format, params object[] arg) => writer.Write(format, arg);

    public void Write(string value) => writer.Write(value);

    public void WriteLine(string format, params object[] arg) => writer.WriteLine(format, arg);

    public void WriteLine(string value) => writer.WriteLine(value);

    public void WriteError(string format, params object[] arg) => writer.Write(format, arg);

    public void WriteError(string value) => writer.Write(value);

    public void WriteErrorLine(string format, params object[] arg) => writer.WriteLine(format, arg);

    public void WriteErrorLine(string value) => writer.WriteLine(value);

    public void ResetColor()
    {
    }
}
