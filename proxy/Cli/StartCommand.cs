using ClaudeCodeProxy.Cli.Processes;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Server.Exchanges;

namespace ClaudeCodeProxy.Cli;

/// <summary><c>start</c>: serves in the background, and returns when the proxy responds.</summary>
internal static class StartCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(CommandContext context, Verbosity verbosity)
    {
        var settings = Settings.Load(context.Environment, context.WorkingDirectory);
        // Errors of the configuration belong on the terminal, not in the log.
        var listen = ProxyOptions.Read(settings).Listen;
        var folder = StateFolder.Find(context.Environment);
        if (BackgroundProxy.Find(folder, listen.Port) is { IsRunning: true } running)
        {
            context.Output.WriteLine($"Proxy is already running (PID {running.Pid}) on {listen.LocalUrl}");
            return CommandLine.Done;
        }

        folder.Create();
        var instance = Guid.NewGuid().ToString("N");
        var pid = Spawn(context, verbosity, instance, folder.LogFile(listen.Port));
        if (!await RespondsAsync(listen, instance, pid))
        {
            context.Error.WriteLine($"claude-code-proxy: the proxy did not come up. See {folder.LogFile(listen.Port)}");
            return CommandLine.Failed;
        }

        BackgroundProxy.Create(pid, instance).Save(folder, listen.Port);
        context.Output.WriteLine($"Proxy started (PID {pid}) on {listen.LocalUrl}; log: {folder.LogFile(listen.Port)}");
        return CommandLine.Done;
    }

    private static int Spawn(CommandContext context, Verbosity verbosity, string instance, string log)
    {
        var environment = new Dictionary<string, string>(context.Environment) { [ServeCommand.InstanceVariable] = instance };
        string[] arguments = verbosity switch
        {
            Verbosity.Debug => ["serve", "--debug"],
            Verbosity.Simple => ["serve", "--simple"],
            _ => ["serve"],
        };
        return Posix.SpawnDetached(Environment.ProcessPath!, arguments, environment, log);
    }

    /// <summary>Only the very process that was started counts, not another one on that port.</summary>
    private static async Task<bool> RespondsAsync(ListenAddress listen, string instance, int pid)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(deadline) < Patience)
        {
            if (await HealthProbe.FindInstanceAsync(listen.LocalUrl) == instance)
                return true;
            if (Posix.HasEnded(pid))
                return false;
            await Task.Delay(Pause);
        }

        Posix.AskToEnd(pid);
        return false;
    }
}
