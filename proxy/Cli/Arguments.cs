using ClaudeCodeProxy.Server.Exchanges;

namespace ClaudeCodeProxy.Cli;

/// <summary>The command line, read. A word that is not known is an error: a mistyped command must not start a server.</summary>
internal sealed class Arguments(Command command, Verbosity verbosity)
{
    public Command Command => command;

    public Verbosity Verbosity => verbosity;

    /// <summary>Of <see cref="Command.Judge"/>.</summary>
    public JudgeArguments? Judge { get; init; }

    /// <summary>Of <see cref="Command.Run"/>: what Claude Code is given.</summary>
    public IReadOnlyList<string> ForClient { get; private init; } = [];

    /// <param name="programName">By which the program was called.</param>
    public static Arguments Parse(string programName, IReadOnlyList<string> args) =>
        programName == RunCommand.ShortName ? new Arguments(Command.Run, Verbosity.Quiet) { ForClient = args } : Parse(args);

    public static Arguments Parse(IReadOnlyList<string> args)
    {
        Command? command = null;
        var verbosity = Verbosity.Quiet;
        for (var i = 0; i < args.Count; i++)
        {
            if (FindVerbosity(args[i]) is { } found)
            {
                verbosity = found > verbosity ? found : verbosity;
                continue;
            }

            if (command is not null)
                throw new UsageException($"'{args[i]}' is one command too many.");
            if (args[i] == "judge")
                return new Arguments(Command.Judge, verbosity) { Judge = JudgeArguments.Parse(args, i + 1) };
            if (args[i] == "run")
            {
                var first = i + 1 < args.Count && args[i + 1] == "--" ? i + 2 : i + 1;
                return new Arguments(Command.Run, verbosity) { ForClient = [.. args.Skip(first)] };
            }

            command = FindCommand(args, ref i);
        }

        return new Arguments(command ?? Command.Serve, verbosity);
    }

    private static Verbosity? FindVerbosity(string word) => word switch
    {
        "-s" or "--simple" => Verbosity.Simple,
        "-d" or "--debug" => Verbosity.Debug,
        _ => null,
    };

    private static Command FindCommand(IReadOnlyList<string> args, ref int index)
    {
        switch (args[index])
        {
            case "serve": return Command.Serve;
            case "start": return Command.Start;
            case "status": return Command.Status;
            case "stop": return Command.Stop;
            case "health": return Command.Health;
            case "version" or "--version": return Command.Version;
            case "help" or "-h" or "--help": return Command.Help;
            case "config" when index + 1 < args.Count && args[index + 1] == "check":
                index++;
                return Command.ConfigCheck;
            case "config" when index + 1 < args.Count && args[index + 1] == "client":
                index++;
                return Command.ConfigClient;
            case "config": throw new UsageException("'config' needs to be followed by 'check' or 'client'.");
            default: throw new UsageException($"'{args[index]}' is not a command or flag.");
        }
    }
}
