using System.Collections.Immutable;
using System.Net.Sockets;
using System.Runtime.InteropServices;
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
        // How many buffers of a size are kept for each core when they are given back. By default it is 32, or 12 MB after a burst of large requests.
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_BUFFERS_SHAREDARRAYPOOL_MAXARRAYSPERPARTITION", "8");
        var settings = Settings.Load(context.Environment, context.WorkingDirectory);
        foreach (var warning in settings.Warnings)
            context.Error.WriteLine($"warning: {warning}");
        var options = FitToOpenFiles(context.Error, ProxyOptions.Read(settings));
        try
        {
            await using var server = await ProxyServer.StartAsync(options, Parts(context, verbosity));
            Announce(context.Output, server, settings, options);
            await WaitForSignalAsync();
            context.Output.WriteLine("stopping");
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

    private static ProxyOptions FitToOpenFiles(TextWriter error, ProxyOptions options)
    {
        var files = OpenFiles.RaiseLimit();
        var fitted = options.FitTo(files);
        if (fitted.MaxRequests < options.MaxRequests)
        {
            error.WriteLine($"warning: {files} open files are allowed, which is enough for {fitted.MaxRequests} requests at once, not for " +
                $"{Variable.MaxRequests.Name}={options.MaxRequests}. Raise the limit (ulimit -n), or lower the variable.");
        }

        return fitted;
    }

    private static ServerServices Parts(CommandContext context, Verbosity verbosity)
    {
        var log = new RequestLog(context.Output, verbosity, TimeProvider.System);
        return new ServerServices(TimeProvider.System, new IdSource(Random.Shared), log, context.Environment.GetValueOrDefault(InstanceVariable));
    }

    private static void Announce(TextWriter output, ProxyServer server, Settings settings, ProxyOptions options)
    {
        output.WriteLine($"configuration: {(settings.File is { } file ? $"environment and {file.Path}" : "environment")}");
        output.WriteLine($"upstream: {options.Upstream.Name} ({options.Upstream.Provider})");
        foreach (var provider in options.Providers)
            output.WriteLine($"upstream {provider.Id}: {provider.Name} ({provider.Provider})");
        output.WriteLine($"models: opus={Tier(options.Models.Opus)} sonnet={Tier(options.Models.Sonnet)} haiku={Tier(options.Models.Haiku)}");
        output.WriteLine($"claude-code-proxy v{ProductVersion.Number} listens on {server.Url}");
    }

    private static string Tier(ImmutableArray<string> models) => models.IsEmpty ? "(as asked)" : string.Join(',', models);

    private static async Task WaitForSignalAsync()
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // The first asks; a second takes the system's course and ends the process.
        void Ask(PosixSignalContext context) => context.Cancel = told.TrySetResult();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
        await told.Task;
    }
}
