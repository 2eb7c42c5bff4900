using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ContainerSecurity.Processes;

namespace Acceptance.Tests.ClaudeCode.AutoMode;

/// <summary>A program in a terminal, as a person sees it. The terminal is a tmux server of its own, which ends with this object.</summary>
internal sealed class Terminal : IAsyncDisposable
{
    /// <summary>For everything that one test waits for, so that no test takes longer.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(55);

    private readonly ToolRunner _runner = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly string _socket;
    private int _program;

    private Terminal(string socket) => _socket = socket;

    /// <param name="socket">A path for the server's socket, of 100 characters at most.</param>
    public static async Task<Terminal> StartAsync(
        string socket, string folder, ImmutableSortedDictionary<string, string?> environment, params string[] command)
    {
        Requirement.Program("tmux", "tmux");
        var terminal = new Terminal(socket);
        var program = await terminal.TmuxAsync(
            environment.SetItem("TERM", "xterm-256color").SetItem("LANG", "C.UTF-8"),
            ["-f", "/dev/null", "new-session", "-d", "-P", "-F", "#{pane_pid}", "-x", "160", "-y", "50", "-c", folder, .. command]);
        terminal._program = int.Parse(program, CultureInfo.InvariantCulture);
        return terminal;
    }

    public Task<string> ScreenAsync() => TmuxAsync("capture-pane", "-p");

    /// <summary>Looks until the screen holds the text.</summary>
    /// <returns>The screen.</returns>
    public async Task<string> WaitForAsync(string text)
    {
        var screen = "";
        for (; _clock.Elapsed < Limit; await Task.Delay(100))
        {
            screen = await ScreenAsync();
            if (screen.Contains(text, StringComparison.Ordinal))
                return screen;
        }

        throw new TimeoutException($"'{text}' was not on the screen after {Limit.TotalSeconds} s:\n{screen.TrimEnd()}");
    }

    /// <summary>Types a line, and sends it as soon as the program shows it.</summary>
    public async Task EnterAsync(string line)
    {
        await TmuxAsync("send-keys", "-l", line);
        await WaitForAsync(line);
        await TmuxAsync("send-keys", "Enter");
    }

    public async ValueTask DisposeAsync()
    {
        await TmuxAsync("kill-server");
        try
        {
            using var program = Process.GetProcessById(_program);
            if (!program.WaitForExit(TimeSpan.FromSeconds(5)))
                program.Kill(entireProcessTree: true);
        }
        catch (ArgumentException)
        {
            // It has ended with its terminal.
        }
    }

    private Task<string> TmuxAsync(params string[] arguments) => TmuxAsync(ImmutableSortedDictionary<string, string?>.Empty, arguments);

    private async Task<string> TmuxAsync(ImmutableSortedDictionary<string, string?> environment, string[] arguments)
    {
        var result = await _runner.RunAsync(
            new ToolCommand
            {
                Executable = "tmux",
                Arguments = ["-S", _socket, .. arguments],
                Environment = environment,
                AcceptedExitCodes = arguments is ["kill-server"] ? [0, 1] : [0],
                Timeout = TimeSpan.FromSeconds(10),
            },
            CancellationToken.None);
        return result.Output;
    }
}
