using System.Diagnostics;
using System.Text;

namespace Build.Tests.Bootstrap;

/// <summary>A started script; its lines can be awaited while it runs.</summary>
internal sealed class ScriptRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly Task _outputEnd;
    private readonly Task _errorsEnd;
    private readonly Lock _lock = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];

    public ScriptRun(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _outputEnd = CollectAsync(_process.StandardOutput, _output);
        _errorsEnd = CollectAsync(_process.StandardError, _errors);
    }

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    public string Output => _output.ToString();

    public string Errors => _errors.ToString();

    public async Task<ScriptRun> EndAsync()
    {
        await Task.WhenAll(_outputEnd, _errorsEnd, _process.WaitForExitAsync()).WaitAsync(Patience);
        return this;
    }

    /// <summary>Returns once a line on either stream has contained the text.</summary>
    public Task SaysAsync(string text)
    {
        lock (_lock)
        {
            if (Output.Contains(text, StringComparison.Ordinal) || Errors.Contains(text, StringComparison.Ordinal))
                return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((text, seen));
            return seen.Task.WaitAsync(Patience);
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private async Task CollectAsync(StreamReader reader, StringBuilder into)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_lock)
            {
                into.Append(line).Append('\n');
                foreach (var (_, seen) in _awaited.Where(awaited => line.Contains(awaited.Text, StringComparison.Ordinal)))
                    seen.TrySetResult();
            }
        }
    }
}
