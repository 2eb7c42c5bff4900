using System.Collections.Immutable;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using ClaudeCodeProxy.Cli.Processes;
using ClaudeCodeProxy.Cli.Reloading;
using ClaudeCodeProxy.Configuration;
using ClaudeCodeProxy.Configuration.Sources;
using ClaudeCodeProxy.Server;
using ClaudeCodeProxy.Server.Exchanges;

namespace ClaudeCodeProxy.Cli;

/// <summary><c>serve</c>: serves until a signal ends it.</summary>
internal static class ServeCommand
{
    /// <summary>How <c>start</c> tells its child the name by which it will know it.</summary>
    public const string InstanceVariable = "CLAUDE_CODE_PROXY_INSTANCE";

    public static async Task<int> RunAsync(CommandContext context, Verbosity verbosity)
    {
        // Work on sockets goes on where it is noticed, without a hop to another thread: a third less time an exchange. Read once, by the first
        // socket.
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
        // How many buffers of a size are kept for each core when they are given back. By default it is 32, or 12 MB after a burst of large requests;
        // with 8, requests that come by the dozen cost a collection for every few of them.
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_BUFFERS_SHAREDARRAYPOOL_MAXARRAYSPERPARTITION", "16");
        var settings = Settings.Load(context.Environment, context.WorkingDirectory);
        var log = new LogOutput(context.Output, context.Error, settings.Located(() => ProxyOptions.ReadLogFormat(settings)), TimeProvider.System);
        foreach (var warning in settings.Warnings)
            log.Warn(warning);
        var options = FitToOpenFiles(log, ProxyOptions.Read(settings));
        try
        {
            await using var server = await ProxyServer.StartAsync(options, Parts(context, verbosity, log));
            Announce(log, server, settings, options);
            var reload = new ConfigurationReload(
                context.Environment, context.WorkingDirectory, settings, log, options.Listen, next => Apply(log, server, options, next));
            await ServeAsync(reload, options.WatchInterval);
            log.Say("stopping");
            await server.StopAsync();
            return CommandLine.Done;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            var place = $"{options.Listen.Host} port {options.Listen.Port}";
            context.Error.WriteLine($"claude-code-proxy: cannot listen on {place} ({e.Message}). Set PORT to another, or see who holds it.");
            return CommandLine.Failed;
        }
    }

    private static void Apply(LogOutput log, ProxyServer server, ProxyOptions started, ProxyOptions next)
    {
        next = FitToOpenFiles(log, next);
        if (next.MaxConnections > started.MaxConnections)
        {
            log.Warn($"clients still have at most {started.MaxConnections} connections in all: {Variable.MaxRequests.Name} raises that at the next " +
                "start");
        }

        server.Reload(next);
    }

    private static ProxyOptions FitToOpenFiles(LogOutput log, ProxyOptions options)
    {
        var files = OpenFiles.RaiseLimit();
        var fitted = options.FitTo(files);
        if (fitted.MaxRequests < options.MaxRequests)
        {
            log.Warn($"{files} open files are allowed, which is enough for {fitted.MaxRequests} requests at once, not for " +
                $"{Variable.MaxRequests.Name}={options.MaxRequests}. Raise the limit (ulimit -n), or lower the variable.");
        }

        return fitted;
    }

    private static ServerServices Parts(CommandContext context, Verbosity verbosity, LogOutput output)
    {
        var log = new RequestLog(output, verbosity);
        return new ServerServices(TimeProvider.System, new IdSource(Random.Shared), log, context.Environment.GetValueOrDefault(InstanceVariable));
    }

    private static void Announce(LogOutput log, ProxyServer server, Settings settings, ProxyOptions options)
    {
        log.Say($"configuration: {(settings.File is { } file ? $"environment and {file.Path}" : "environment")}");
        log.Say($"upstream: {options.Upstream.Name} ({options.Upstream.Provider})");
        foreach (var provider in options.Providers)
            log.Say($"upstream {provider.Id}: {provider.Name} ({provider.Provider})");
        log.Say($"models: opus={Tier(options.Models.Opus)} sonnet={Tier(options.Models.Sonnet)} haiku={Tier(options.Models.Haiku)}");
        log.Say($"claude-code-proxy v{ProductVersion.Number} listens on {server.Url}");
    }

    private static string Tier(ImmutableArray<string> models) => models.IsEmpty ? "(as asked)" : string.Join(',', models);

    /// <summary>Until a signal asks to end; meanwhile another, or a changed file, has the configuration read again.</summary>
    private static async Task ServeAsync(ConfigurationReload reload, TimeSpan watchInterval)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // The first asks; a second takes the system's course and ends the process.
        void Ask(PosixSignalContext context) => context.Cancel = told.TrySetResult();
        var hadTerminal = HasTerminal();
        void HangUp(PosixSignalContext context)
        {
            context.Cancel = true;
            // The same signal says that the terminal was closed, with which the programs in it end.
            if (hadTerminal && !HasTerminal())
                told.TrySetResult();
            else
                reload.Run(isAsked: true);
        }

        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, HangUp);
        using var stop = new CancellationTokenSource();
        var watching = watchInterval > TimeSpan.Zero ? FileWatch.RunAsync(reload, watchInterval, stop.Token) : Task.CompletedTask;
        await told.Task;
        await stop.CancelAsync();
        await watching;
    }

    private static bool HasTerminal() => ProcessFields.Read("self") is { HasTerminal: true };
}
