using Cake.Frosting;
using ContainerSecurity;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Options;
using Microsoft.Extensions.DependencyInjection;

using var interrupt = new TerminationSignals();
try
{
    var paths = BuildPaths.Find();
    var command = CommandLine.Parse(args, paths.Root);
    if (HelpText.IsRequested(args))
        return HelpText.Write(Console.Out);

    // Only the requested format goes to stdout.
    if (command.Options.LintFormat is not null)
        Console.SetOut(Console.Error);

    var run = new BuildRun(
        command.Options, paths with { Output = command.Options.Output }, interrupt.Token, command.IsDiagnostic ? Console.Error.WriteLine : null);
    var code = new CakeHost()
        .UseContext<BuildContext>()
        .UseLifetime<BuildLifetime>()
        .ConfigureServices(services => services.AddSingleton(run))
        .Run(command.HostArguments);

    return interrupt.ExitCode(run.State.ExitCode ?? (code == 0 ? ExitCodes.Passed : ExitCodes.CouldNotRun));
}
catch (InputException bad)
{
    await Console.Error.WriteLineAsync($"Error: {bad.Message}");
    return ExitCodes.CouldNotRun;
}
