using System.Reflection;
using Cake.Core.Diagnostics;
using Cake.Frosting.Internal;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Cake.Frosting;

/// <summary>Finds the tasks of a program and runs them with the Cake engine.</summary>
public sealed class CakeHost
{
    private readonly ServiceCollection _services = HostServices.Create();
    private readonly HashSet<Assembly> _assemblies = [];

    public CakeHost()
    {
        if (Assembly.GetEntryAssembly() is { } program)
            _assemblies.Add(program);
    }

    public static CakeHost Create() => new();

    /// <summary>Looks for tasks in this assembly too; the program's own is always searched.</summary>
    public CakeHost AddAssembly(Assembly assembly)
    {
        _assemblies.Add(assembly);
        return this;
    }

    public CakeHost ConfigureServices(Action<IServiceCollection> services)
    {
        services(_services);
        return this;
    }

    /// <summary>Runs the targets that the arguments name; the result is the process's exit code, 0 or what <see cref="Failure"/> says.</summary>
    public int Run(IEnumerable<string> args)
    {
        foreach (var task in _assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Where(IsTask))
            _services.AddSingleton(typeof(IFrostingTask), task);

        CommandLine? commandLine = null;
        _services.AddSingleton(_ => commandLine?.Arguments ?? throw new InvalidOperationException("The arguments are not known yet."));
        using var provider = _services.BuildServiceProvider();
        try
        {
            commandLine = CommandLine.Parse(args, provider.GetRequiredService<IAnsiConsole>());
            if (commandLine is not null)
                new HostRun(provider, commandLine.Options).Execute();

            return 0;
        }
        catch (Exception exception)
        {
            return Failure.Report(provider.GetRequiredService<ICakeLog>(), exception);
        }
    }

    private static bool IsTask(Type type) => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFrostingTask));
}
