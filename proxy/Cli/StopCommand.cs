using ClaudeCodeProxy.Cli.Processes;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Cli;

/// <summary><c>stop</c>: ends the background proxy, and nothing else that may have its process id by now.</summary>
internal static class StopCommand
{
    /// <summary>What the proxy may take beyond the time that it gives its requests to end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(CommandContext context)
    {
        var settings = Settings.Load(context.Environment, context.WorkingDirectory);
        var port = ListenAddress.Read(settings).Port;
        var patience = ProxyOptions.ReadShutdownTimeout(settings) + Patience;
        var folder = StateFolder.Find(context.Environment);
        if (BackgroundProxy.Find(folder, port) is not { IsRunning: true } proxy)
        {
            context.Output.WriteLine("Proxy is not running");
            return CommandLine.Done;
        }

        if (!Posix.AskToEnd(proxy.Pid) || !await EndsAsync(proxy, patience))
        {
            context.Error.WriteLine($"claude-code-proxy: the proxy (PID {proxy.Pid}) does not end. End it with kill {proxy.Pid}.");
            return CommandLine.Failed;
        }

        File.Delete(folder.RecordFile(port));
        context.Output.WriteLine("Proxy stopped");
        return CommandLine.Done;
    }

    private static async Task<bool> EndsAsync(BackgroundProxy proxy, TimeSpan patience)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < patience)
        {
            if (!proxy.IsRunning)
                return true;
            await Task.Delay(Pause);
        }

        return false;
    }
}
