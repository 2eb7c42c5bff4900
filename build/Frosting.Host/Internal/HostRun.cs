using Cake.Cli;
using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Cake.Core.Scripting;
using Cake.Core.Tooling;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Internal;

/// <summary>Executes one command line.</summary>
internal sealed class HostRun(IServiceProvider provider, HostOptions options)
{
    private readonly ICakeEngine _engine = provider.GetRequiredService<ICakeEngine>();

    public void Execute()
    {
        provider.GetRequiredService<ICakeLog>().Verbosity = options.Verbosity;
        var console = provider.GetRequiredService<IConsole>();
        if (options.Version)
            provider.GetRequiredService<VersionFeature>().Run(console);
        else if (options.Info)
            provider.GetRequiredService<InfoFeature>().Run(console);
        else
            Run();
    }

    private void Run()
    {
        ChangeDirectory();
        var context = provider.GetRequiredService<IFrostingContext>();
        foreach (var task in provider.GetServices<IFrostingTask>())
            _engine.Register(task, context);

        var host = ChooseHost();
        RegisterLifetime(context);
        InstallTools();
        if (options.Exclusive)
            host.Settings.UseExclusiveTarget();

        host.RunTargets(options.Targets);
    }

    private void ChangeDirectory()
    {
        var environment = provider.GetRequiredService<ICakeEnvironment>();
        if ((options.WorkingDirectory ?? provider.GetService<WorkingDirectory>()?.Path)?.MakeAbsolute(environment) is not { } directory)
            return;

        if (!provider.GetRequiredService<IFileSystem>().Exist(directory))
            throw new FrostingException($"The working directory '{directory.FullPath}' does not exist: create it or name another one.");

        environment.WorkingDirectory = directory;
    }

    private ScriptHost ChooseHost()
    {
        if (options.Tree)
            return ActivatorUtilities.CreateInstance<TreeScriptHost>(provider);

        if (options.Description)
            return ActivatorUtilities.CreateInstance<DescriptionScriptHost>(provider);

        RequireTargets();
        return options.DryRun
            ? ActivatorUtilities.CreateInstance<DryRunScriptHost<IFrostingContext>>(provider)
            : ActivatorUtilities.CreateInstance<BuildScriptHost<IFrostingContext>>(provider);
    }

    private void RequireTargets()
    {
        var names = _engine.Tasks.Select(task => task.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (options.Targets.FirstOrDefault(target => !names.Contains(target)) is { } unknown)
        {
            throw new FrostingException(
                $"There is no target '{unknown}'. The targets are {string.Join(", ", names.Order())}; --description says what each does.");
        }
    }

    private void RegisterLifetime(IFrostingContext context)
    {
        if (provider.GetService<IFrostingSetup>() is { } setup)
            _engine.RegisterSetupAction(info => setup.Setup(context, info));

        if (provider.GetService<IFrostingTeardown>() is { } teardown)
            _engine.RegisterTeardownAction(info => teardown.Teardown(context, info));

        if (provider.GetService<IFrostingTaskSetup>() is { } taskSetup)
            _engine.RegisterTaskSetupAction(info => taskSetup.Setup(context, info));

        if (provider.GetService<IFrostingTaskTeardown>() is { } taskTeardown)
            _engine.RegisterTaskTeardownAction(info => taskTeardown.Teardown(context, info));
    }

    private void InstallTools()
    {
        var log = provider.GetRequiredService<ICakeLog>();
        foreach (var file in provider.GetServices<PackageReference>().SelectMany(provider.GetRequiredService<IToolInstaller>().Install))
            log.Verbose("Installed {0}", file);
    }
}
