using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Cli;

/// <summary>Runs a command and turns its end into an exit code: 0 done, 1 failed, 2 could not run as asked or configured; 3 only for judge.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int CouldNotRun = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, CommandContext context)
    {
        try
        {
            var arguments = Arguments.Parse(context.ProgramName, args);
            return arguments.Command switch
            {
                Command.Version => Print(context, $"claude-code-proxy v{ProductVersion.Number}"),
                Command.Help => Print(context, HelpText.Text),
                Command.ConfigCheck => ConfigCheckCommand.Run(context),
                Command.ConfigClient => ConfigClientCommand.Run(context),
                Command.Judge => JudgeCommand.Run(context, arguments.Judge!),
                Command.Health => await HealthCommand.RunAsync(context),
                Command.Run => await RunCommand.RunAsync(context, arguments.ForClient, arguments.Verbosity),
                Command.Start => await StartCommand.RunAsync(context, arguments.Verbosity),
                Command.Status => await StatusCommand.RunAsync(context),
                Command.Stop => await StopCommand.RunAsync(context),
                _ => await ServeCommand.RunAsync(context, arguments.Verbosity),
            };
        }
        catch (UsageException e)
        {
            return Refuse(context, $"{e.Message} See claude-code-proxy help.");
        }
        catch (ConfigurationException e)
        {
            return Refuse(context, e.Message);
        }
    }

    private static int Print(CommandContext context, string text)
    {
        context.Output.WriteLine(text);
        return Done;
    }

    private static int Refuse(CommandContext context, string message)
    {
        context.Error.WriteLine($"claude-code-proxy: {message}");
        return CouldNotRun;
    }
}
