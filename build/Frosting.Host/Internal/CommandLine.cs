using Cake.Cli.Infrastructure;
using Cake.Core;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Cake.Frosting.Internal;

/// <summary>The command line, split into the host's options and the program's arguments.</summary>
internal sealed record CommandLine(HostOptions Options, ICakeArguments Arguments)
{
    /// <summary>Null when the command line asked for help, which has then been printed.</summary>
    public static CommandLine? Parse(IEnumerable<string> args, IAnsiConsole console)
    {
        CommandLine? parsed = null;
        var app = new CommandApp<Capture>().WithData((Action<CommandLine>)(result => parsed = result));
        app.Configure(config => config
            .SetApplicationName("build")
            .ConfigureConsole(console)
            .PropagateExceptions());
        try
        {
            app.Run(args);
        }
        catch (CommandAppException exception)
        {
            throw new FrostingException($"{exception.Message.TrimEnd('.')}: --help lists the options.", exception);
        }

        return parsed;
    }

    private sealed class Capture : Command<HostOptions>
    {
        public override int Execute(CommandContext context, HostOptions settings, CancellationToken cancellationToken)
        {
            ((Action<CommandLine>)context.Data!)(new(settings, context.Remaining.ToCakeArguments(settings.Targets)));
            return 0;
        }
    }
}
