using System.Collections.Concurrent;
using ContainerSecurity.Processes;

namespace Build.Tests.Tools.Trivy;

/// <summary>
/// The process edge: keeps the commands and answers by the first argument; whatever has no answer fails, as a missing program would.
/// </summary>
internal sealed class ScriptedRunner : IToolRunner
{
    private readonly ConcurrentDictionary<string, Func<ToolCommand, string>> _answers = new();

    public ConcurrentQueue<ToolCommand> Commands { get; } = [];

    public ScriptedRunner Answer(string subcommand, string output) => Answer(subcommand, _ => output);

    public ScriptedRunner Answer(string subcommand, Func<ToolCommand, string> output)
    {
        _answers[subcommand] = output;
        return this;
    }

    public async Task<ToolResult> RunAsync(ToolCommand command, CancellationToken cancellation)
    {
        Commands.Enqueue(command);
        await Task.Yield();
        return _answers.TryGetValue(command.Arguments[0], out var answer)
            ? new ToolResult(0, answer(command), "", TimeSpan.Zero)
            : throw new ToolFailedException($"{command.Executable} ended with exit code 1. Last output: no such thing");
    }
}
