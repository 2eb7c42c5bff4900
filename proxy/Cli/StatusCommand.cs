using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Cli;

/// <summary><c>status</c>: says whether a background proxy runs and answers.</summary>
internal static class StatusCommand
{
    public static async Task<int> RunAsync(Surroundings surroundings)
    {
        var listen = ListenAddress.Read(Settings.Load(surroundings.Environment, surroundings.WorkingDirectory));
        var answering = await HealthProbe.FindInstanceAsync(listen.LocalUrl);
        if (BackgroundProxy.Find(StateFolder.Find(surroundings), listen.Port) is { IsRunning: true } proxy)
        {
            var answers = answering == proxy.Instance;
            surroundings.Output.WriteLine($"Proxy is running (PID {proxy.Pid})");
            surroundings.Output.WriteLine(answers ? $"Health: {new Uri(listen.LocalUrl, "/health")}" : $"It does not answer on {listen.LocalUrl}");
            return answers ? CommandLine.Done : CommandLine.Failed;
        }

        var other = $"A proxy answers on {listen.LocalUrl}, but 'start' did not start it";
        surroundings.Output.WriteLine(answering is null ? "Proxy is not running" : other);
        return CommandLine.Failed;
    }
}
