using Cake.Frosting;
using ContainerSecurity;
using ContainerSecurity.Checkout;
using ContainerSecurity.Findings;
using ContainerSecurity.Options;
using Microsoft.Extensions.DependencyInjection;

using var interrupt = new TerminationSignals();
BuildPaths? paths = null;
try
{
    paths = BuildPaths.Find();
    var command = CommandLine.Parse(args, paths.Root);
    if (HelpText.IsRequested(args))
        return HelpText.Write(Console.Out);

    // Only the requested format goes to stdout.
    if (command.Options.LintFormat is not null)
        Console.SetOut(Console.Error);

    var run = new BuildRun(
        command.Options,
        paths with { Output = command.Options.Output },
        interrupt.Token,
        command.Options.IsDiagnostic ? Console.Error.WriteLine : null);
    var code = new CakeHost()
        .UseContext<BuildContext>()
        .UseLifetime<BuildLifetime>()
        .ConfigureServices(services => services.AddSingleton(run))
        .Run(command.HostArguments);

    if (code != 0)
        UnfinishedRun.Report(run);
    return interrupt.ExitCode(run.State.ExitCode ?? (code == 0 ? ExitCodes.Passed : ExitCodes.CouldNotRun));
}
catch (InputException bad)
{
    await Console.Error.WriteLineAsync($"Error: {bad.Message}");
    if (paths is not null)
        UnfinishedRun.Report(paths, args, bad.Message);
    return ExitCodes.CouldNotRun;
}
