using Cake.Cli;
using Cake.Common.Modules;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.IO;
using Cake.Core.Modules;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Cake.Frosting.Internal;

/// <summary>The services of the engine; the program's own registrations come later and take precedence.</summary>
internal static class HostServices
{
    public static ServiceCollection Create()
    {
        var services = new ServiceCollection();
        services
            .AddCakeDiagnostics()
            .UseModule<CoreModule>()
            .UseModule<CommonModule>()
            .AddSingleton<IConsole, TerminalConsole>()
            .AddSingleton<IAnsiConsole>(_ => TerminalConsole.CreateAnsiConsole())
            .AddSingleton(CreateConfiguration)
            .AddSingleton<IVersionResolver, ProgramVersion>()
            .AddSingleton<VersionFeature>()
            .AddSingleton<InfoFeature>()
            .AddSingleton<IFrostingContext, FrostingContext>();
        return services;
    }

    private static ICakeConfiguration CreateConfiguration(IServiceProvider provider)
    {
        var environment = provider.GetRequiredService<ICakeEnvironment>();
        var arguments = provider.GetRequiredService<ICakeArguments>().GetArguments();
        return new CakeConfigurationProvider(provider.GetRequiredService<IFileSystem>(), environment).CreateConfiguration(
            environment.WorkingDirectory,
            provider.GetServices<CakeSetting>().Select(setting => KeyValuePair.Create(setting.Key, setting.Value)),
            arguments.ToDictionary(argument => argument.Key, argument => argument.Value.FirstOrDefault() ?? string.Empty));
    }
}
