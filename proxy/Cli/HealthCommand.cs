using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Cli;

/// <summary><c>health</c>: what a container's HEALTHCHECK runs.</summary>
internal static class HealthCommand
{
    public static async Task<int> RunAsync(CommandContext context)
    {
        var url = ListenAddress.Read(Settings.Load(context.Environment, context.WorkingDirectory)).LocalUrl;
        if (await HealthProbe.FindInstanceAsync(url) is not null)
        {
            context.Output.WriteLine($"claude-code-proxy answers on {url}");
            return CommandLine.Done;
        }

        context.Error.WriteLine($"claude-code-proxy: nothing healthy answers on {url}. Start it, or set PORT to where it listens.");
        return CommandLine.Failed;
    }
}
