using System.Collections;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ClaudeCodeProxy.Cli;

/// <summary>What a command sees of the process it runs in.</summary>
internal sealed class CommandContext(IReadOnlyDictionary<string, string> environment, string workingDirectory, TextWriter output, TextWriter error)
{
    public IReadOnlyDictionary<string, string> Environment => environment;

    public string WorkingDirectory => workingDirectory;

    /// <summary>Opens standard input.</summary>
    public Func<Stream> OpenInput { get; init; } = static () => Stream.Null;

    /// <summary>The last part of the name by which the program was called, which a link to it decides.</summary>
    public string ProgramName { get; init; } = "";

    public TextWriter Output => output;

    public TextWriter Error => error;

    public static CommandContext FromProcess()
    {
        var variables = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>();
        return new CommandContext(
            variables.ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!),
            Directory.GetCurrentDirectory(),
            Writer(Console.OpenStandardOutput()),
            Writer(Console.OpenStandardError()))
        {
            ProgramName = Path.GetFileName(File.ReadAllText("/proc/self/cmdline").Split('\0')[0]),
            // A tenth of what Console would bring with it, which can edit lines too.
            OpenInput = static () => new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 1),
        };
    }

    private static TextWriter Writer(Stream stream) =>
        TextWriter.Synchronized(new StreamWriter(stream, new UTF8Encoding(false), 1024) { AutoFlush = true });
}
