using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Proxy.Tests.Cli;

/// <summary>The built program in a process of its own, with an environment and a home of its own.</summary>
internal sealed class ProxyProgram : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProxyProgram(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public static string File => Path.Combine(AppContext.BaseDirectory, "claude-code-proxy");

    /// <summary>Both streams, as far as they came.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>The memory that the process takes now, without what it maps of files.</summary>
    public int ResidentKilobytes
    {
        get
        {
            var line = System.IO.File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("RssAnon:", StringComparison.Ordinal));
            return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
        }
    }

    public static ProxyProgram Start(TemporaryFolder home, string arguments, params (string Name, string Value)[] environment) =>
        Start(home, File, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), environment);

    /// <summary>In a terminal of its own, which closes when that process (script(1)) is killed.</summary>
    public static ProxyProgram StartInTerminal(TemporaryFolder home, string arguments, params (string Name, string Value)[] environment) =>
        Start(home, "script", ["--quiet", "--command", $"exec '{File}' {arguments}", "/dev/null"], environment);

    private static ProxyProgram Start(TemporaryFolder home, string file, string[] arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = home.Path,
        };
        start.Environment.Clear();
        start.Environment["HOME"] = home.Path;
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { } root)
            start.Environment["DOTNET_ROOT"] = root;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new ProxyProgram(start);
    }

    public static async Task<(int ExitCode, string Output)> Run(TemporaryFolder home, string arguments,
        params (string Name, string Value)[] environment)
    {
        using var program = Start(home, arguments, environment);
        return (await program.Ended(), program.Output);
    }

    public Task<Uri> Listening() => _listening.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Waits for a text in what it prints.</summary>
    public async Task Says(string text)
    {
        for (var clock = Stopwatch.StartNew(); !Output.Contains(text, StringComparison.Ordinal); await Task.Delay(20))
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"not said: {text}\nbut: {Output}");
    }

    public async Task<int> Ended()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return _process.ExitCode;
    }

    public void Signal(int signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
        const string mark = " listens on ";
        if (line.Contains(mark, StringComparison.Ordinal))
            _listening.TrySetResult(new Uri(line[(line.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..]));
    }
}
