using CliWrap;
using CliWrap.Exceptions;

namespace ContainerSecurity.Processes;

/// <summary>Runs programs over CliWrap: own process group, scrubbed environment, bounded output, timeout.</summary>
/// <param name="log">Receives each command line, masked, before it starts.</param>
internal sealed class ToolRunner(Action<string>? log = null) : IToolRunner
{
    public async Task<ToolResult> RunAsync(ToolCommand command, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var executable = ExecutableFile.Find(command.Executable) ?? throw new ToolNotFoundException(command.Executable);
        if (command.WorkingDirectory is { } folder && !Directory.Exists(folder))
            throw new ToolFailedException($"{CommandText.Format(command)} was not started: its working directory '{folder}' does not exist.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var output = new BoundedOutput(command.OutputLimit, stop);
        var errors = new BoundedOutput(command.OutputLimit, stop);
        var prepared = Prepare(executable, command)
            .WithStandardOutputPipe(Watched(output, command))
            .WithStandardErrorPipe(errors.Target);

        log?.Invoke(CommandText.Format(command));
        stop.CancelAfter(command.Timeout);
        var ended = await EndAsync(prepared, command, stop.Token);

        cancellation.ThrowIfCancellationRequested();
        if (output.Exceeded || errors.Exceeded)
            throw Failed(command, $"printed more than {command.OutputLimit:N0} bytes and was stopped", errors.Text);
        if (ended is null)
            throw Failed(command, $"did not end within {command.Timeout.TotalSeconds:0.#} s and was stopped", errors.Text);
        if (!command.AcceptedExitCodes.Contains(ended.ExitCode))
        {
            throw Failed(
                command, $"ended with exit code {ended.ExitCode}", errors.Text.Length > 0 || !command.MayQuoteOutput ? errors.Text : output.Text);
        }

        return new ToolResult(ended.ExitCode, output.Text, errors.Text, ended.RunTime);
    }

    private static PipeTarget Watched(BoundedOutput output, ToolCommand command) =>
        command.OnLine is { } show
            ? PipeTarget.Merge(output.Target, PipeTarget.ToDelegate(line => show(CommandText.Mask(line, command))))
            : output.Target;

    private static Command Prepare(string executable, ToolCommand command)
    {
        var (starter, arguments) = command.MostMegabytes is { } most && !OperatingSystem.IsWindows()
            ? ProcessGroup.AsLeader(MemoryLimit.Shell, MemoryLimit.Arguments(most, executable, command.Arguments))
            : ProcessGroup.AsLeader(executable, command.Arguments);
        var prepared = Cli.Wrap(starter)
            .WithArguments(arguments)
            .WithEnvironmentVariables(ToolEnvironment.GetChanges(command))
            .WithValidation(CommandResultValidation.None);
        return command.WorkingDirectory is { } folder ? prepared.WithWorkingDirectory(folder) : prepared;
    }

    /// <returns>Null when the program was stopped; then its whole group has been killed.</returns>
    private static async Task<CommandResult?> EndAsync(Command prepared, ToolCommand command, CancellationToken stop)
    {
        var leader = 0;
        try
        {
            var running = prepared.ExecuteAsync(stop);
            leader = running.ProcessId;
            return await running;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            ProcessGroup.Kill(leader);
            return null;
        }
        catch (Exception broken) when (broken is System.ComponentModel.Win32Exception or CliWrapException or IOException)
        {
            throw new ToolFailedException($"{CommandText.Format(command)} could not be started: {broken.Message}", broken);
        }
    }

    private static ToolFailedException Failed(ToolCommand command, string how, string lastWords)
    {
        var said = CommandText.Tail(lastWords, command);
        var words = said.Length > 0 ? $" Last output:{said}" : " It printed nothing.";
        return new ToolFailedException(
            $"{CommandText.Format(command)} {how}.{words}\nRun it by hand to see more; '--verbosity=diagnostic' shows every command.");
    }
}
