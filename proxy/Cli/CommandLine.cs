using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Cli;

/// <summary>Runs a command and turns its end into an exit code: 0 done, 1 failed, 2 could not run as asked or configured.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int CouldNotRun = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, Surroundings surroundings)
    {
        try
        {
            var arguments = Arguments.Parse(args);
            return arguments.Command switch
            {
                Command.Version => Print(surroundings, $"claude-code-proxy v{ProductVersion.Number}"),
                Command.Help => Print(surroundings, HelpText.Text),
                Command.ConfigCheck => ConfigCheckCommand.Run(surroundings),
                Command.Health => await HealthCommand.RunAsync(surroundings),
                Command.Start => await StartCommand.RunAsync(surroundings, arguments.Verbosity),
                Command.Status => await StatusCommand.RunAsync(surroundings),
                Command.Stop => await StopCommand.RunAsync(surroundings),
                _ => await ServeCommand.RunAsync(surroundings, arguments.Verbosity),
            };
        }
        catch (UsageException e)
        {
            return Refuse(surroundings, $"{e.Message} See claude-code-proxy help.");
        }
        catch (ConfigurationException e)
        {
            return Refuse(surroundings, e.Message);
        }
    }

    private static int Print(Surroundings surroundings, string text)
    {
        surroundings.Output.WriteLine(text);
        return Done;
    }

    private static int Refuse(Surroundings surroundings, string message)
    {
        surroundings.Error.WriteLine($"claude-code-proxy: {message}");
        return CouldNotRun;
    }
}
