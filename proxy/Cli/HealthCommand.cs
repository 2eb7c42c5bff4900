using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Cli;

/// <summary><c>health</c>: what a container's HEALTHCHECK runs.</summary>
internal static class HealthCommand
{
    public static async Task<int> RunAsync(Surroundings surroundings)
    {
        var url = ListenAddress.Read(Settings.Load(surroundings.Environment, surroundings.WorkingDirectory)).LocalUrl;
        if (await HealthProbe.FindInstanceAsync(url) is not null)
        {
            surroundings.Output.WriteLine($"claude-code-proxy answers on {url}");
            return CommandLine.Done;
        }

        surroundings.Error.WriteLine($"claude-code-proxy: nothing healthy answers on {url}. Start it, or set PORT to where it listens.");
        return CommandLine.Failed;
    }
}
