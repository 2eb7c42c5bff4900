using ClaudeCodeProxy.Cli.Processes;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Cli;

/// <summary><c>status</c>: says whether a background proxy runs and responds.</summary>
internal static class StatusCommand
{
    public static async Task<int> RunAsync(CommandContext context)
    {
        var listen = ListenAddress.Read(Settings.Load(context.Environment, context.WorkingDirectory));
        var instance = await HealthProbe.FindInstanceAsync(listen.LocalUrl);
        if (BackgroundProxy.Find(StateFolder.Find(context.Environment), listen.Port) is { IsRunning: true } proxy)
        {
            var responds = instance == proxy.Instance;
            context.Output.WriteLine($"Proxy is running (PID {proxy.Pid})");
            context.Output.WriteLine(responds ? $"Health: {new Uri(listen.LocalUrl, "/health")}" : $"It does not answer on {listen.LocalUrl}");
            return responds ? CommandLine.Done : CommandLine.Failed;
        }

        var other = $"A proxy answers on {listen.LocalUrl}, but 'start' did not start it";
        context.Output.WriteLine(instance is null ? "Proxy is not running" : other);
        return CommandLine.Failed;
    }
}
