using System.Collections;
using System.Text;

namespace ClaudeCodeProxy.Cli;

/// <summary>What a command sees of the process it runs in.</summary>
internal sealed class CommandContext(IReadOnlyDictionary<string, string> environment, string workingDirectory, TextWriter output, TextWriter error)
{
    public IReadOnlyDictionary<string, string> Environment => environment;

    public string WorkingDirectory => workingDirectory;

    public TextReader Input { get; init; } = TextReader.Null;

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
            Input = new StreamReader(Console.OpenStandardInput()),
        };
    }

    private static TextWriter Writer(Stream stream) =>
        TextWriter.Synchronized(new StreamWriter(stream, new UTF8Encoding(false), 1024) { AutoFlush = true });
}
